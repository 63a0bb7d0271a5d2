package dev.icrstreams.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.field.Separator;
import dev.icrstreams.image.Cleaner;
import dev.icrstreams.image.DrawnField;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.segment.cut.Cuts;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SegmenterTest {
  private static final String ALL = "0123456789";
  private static final Color GREY = new Color(90, 90, 90);
  private static final Color SHADE = new Color(170, 175, 180);

  private final Cleaner cleaner = new Cleaner();
  private final Segmenter segmenter = new Segmenter(Config.defaults(), Cuts.LIKELIEST);

  private Lattice segment(GreyImage image) {
    return segmenter.segment(cleaner.clean(image));
  }

  private static DrawnField field(int height) {
    return new DrawnField(ALL.length(), height, Color.WHITE);
  }

  private static DrawnField inverted(int height) {
    return new DrawnField(ALL.length(), height, Color.BLACK).ink(Color.WHITE).write(ALL);
  }

  private static DrawnField shaded() {
    DrawnField field = new DrawnField(ALL.length(), 80, SHADE);
    field
        .graphics()
        .setPaint(
            new java.awt.GradientPaint(
                0, 0, Color.WHITE, field.image().getWidth(), 80, Color.GRAY));
    field.graphics().fillRect(0, 0, field.image().getWidth(), 80);
    return field.write(ALL);
  }

  private static DrawnField withSpeckle() {
    DrawnField field = field(100).write(ALL);
    for (int i = 0; i < 200; i++) {
      field.graphics().fillRect(i * 37 % field.image().getWidth(), i * 53 % 100, 2, 2);
    }
    return field;
  }

  /** Nor a line of a form: what runs from border to border says nothing of the digits' size. */
  @Test
  void aFoldMakesNoDigitTooSmall() {
    DrawnField field = field(200);
    AffineTransform whole = field.graphics().getTransform();
    field.graphics().translate(40, 60);
    field.graphics().scale(0.4, 0.4);
    field.write("38874");
    field.graphics().setTransform(whole);
    field.graphics().setColor(GREY);
    field.graphics().fillRect(500, 0, 5, 200);
    List<Box> found = boxes(segment(field.grey()).candidates());
    for (int[] drawn : field.digitBoxes()) {
      double x = 40 + 0.4 * drawn[0];
      assertTrue(
          found.stream().anyMatch(box -> Math.abs(box.x() - x) < 6 && box.height() < 80),
          "none at " + x + ": " + found);
    }
  }

  @TestFactory
  List<DynamicTest> findsEveryDigit() {
    List<DynamicTest> tests = new ArrayList<>();
    add(tests, "plain, 20 rows", field(20).write(ALL));
    add(tests, "plain, 96 rows", field(96).write(ALL));
    add(tests, "plain, 900 rows", field(900).write(ALL));
    add(tests, "fine pen", field(96).pen(0.025).write(ALL));
    add(tests, "bold pen", field(96).pen(0.11).write(ALL));
    add(tests, "inverted", inverted(60));
    add(tests, "faint", new DrawnField(ALL.length(), 80, SHADE).ink(Color.GRAY).write(ALL));
    add(tests, "shaded", shaded());
    add(tests, "noisy", field(80).ink(GREY).write(ALL).noise(20, 7));
    add(tests, "speckled", withSpeckle());
    add(tests, "underlined", field(80).write(ALL).line(0.9, 0.03, GREY));
    add(tests, "line through the digits' feet", field(80).write(ALL).line(0.8, 0.02, GREY));
    add(tests, "boxed", field(80).boxes(0.025, GREY).write(ALL));
    add(tests, "boxed, pale", field(80).boxes(0.025, Color.LIGHT_GRAY).write(ALL));
    add(tests, "boxed, thick", field(120).boxes(0.06, Color.BLACK).write(ALL));
    add(tests, "combed", field(80).comb(0.03, GREY).write(ALL));
    add(tests, "boxed and skewed", field(100).boxes(0.025, GREY).write(ALL).turned(1, Color.WHITE));
    add(
        tests,
        "underlined and skewed",
        field(100).write(ALL).line(0.9, 0.02, GREY).turned(2, Color.WHITE));
    return tests;
  }

  private void add(List<DynamicTest> tests, String name, DrawnField field) {
    tests.add(
        DynamicTest.dynamicTest(
            name,
            () -> {
              List<Candidate> found = segment(field.grey()).candidates();
              assertEquals(ALL.length(), found.size(), () -> "boxes " + boxes(found));
              if (!name.contains("skewed")) {
                for (int i = 0; i < found.size(); i++) {
                  assertNear(field.digitBoxes().get(i), found.get(i).box());
                }
              }
            }));
  }

  private static List<Box> boxes(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::box).toList();
  }

  private static void assertNear(int[] drawn, Box box) {
    int left = Math.max(drawn[0], box.x());
    int top = Math.max(drawn[1], box.y());
    int right = Math.min(drawn[0] + drawn[2], box.right());
    int bottom = Math.min(drawn[1] + drawn[3], box.bottom());
    double common = Math.max(0, right - left) * (double) Math.max(0, bottom - top);
    double union = drawn[2] * drawn[3] + box.width() * box.height() - common;
    assertTrue(
        common / union > 0.7,
        () -> "drawn " + List.of(drawn[0], drawn[1], drawn[2], drawn[3]) + ", found " + box);
  }

  @Test
  void oneEdgeADigitFromLeftToRight() {
    Lattice lattice = segment(field(80).write("42").grey());
    assertEquals(3, lattice.nodes());
    for (int i = 0; i < 2; i++) {
      assertEquals(i, lattice.candidates().get(i).from());
      assertEquals(i + 1, lattice.candidates().get(i).to());
    }
  }

  @Test
  void takesBlankPaperForBlank() {
    assertTrue(segment(field(80).grey()).isBlank());
    assertTrue(segment(new DrawnField(4, 80, Color.BLACK).grey()).isBlank());
    assertTrue(segment(new DrawnField(4, 80, SHADE).noise(12, 3).grey()).isBlank());
    assertTrue(segment(slope()).isBlank());
    assertTrue(segment(new GreyImage(1, 1, new byte[1], 1)).isBlank());
    assertTrue(segment(new GreyImage(20_000, 1, new byte[20_000], 1)).isBlank());
  }

  @Test
  void doesNotTakeFaintInkInNoiseForBlank() {
    DrawnField faint = new DrawnField(4, 80, SHADE).ink(new Color(130, 130, 130)).write("1965");
    Lattice lattice = segment(faint.noise(30, 3).grey());
    assertFalse(lattice.isBlank());
    assertEquals(List.of(ReviewReason.of(ReviewReason.Code.POOR_IMAGE)), lattice.doubts());
  }

  private static GreyImage slope() {
    byte[] grey = new byte[300 * 60];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (80 + i % 300 / 2);
    }
    return new GreyImage(300, 60, grey, 1);
  }

  @Test
  void takesAnEmptyFormForBlank() {
    assertTrue(segment(field(80).boxes(0.025, GREY).grey()).isBlank());
    assertTrue(segment(field(80).line(0.9, 0.03, GREY).grey()).isBlank());
    assertTrue(segment(field(80).comb(0.03, GREY).grey()).isBlank());
  }

  @Test
  void keepsTheOnesOfABoxedField() {
    assertEquals(
        6, segment(field(80).boxes(0.025, GREY).write("111111").grey()).candidates().size());
    assertEquals(
        4, segment(field(80).line(0.93, 0.02, GREY).write("1111").grey()).candidates().size());
  }

  @Test
  void joinsAFiveWithItsBar() {
    DrawnField field = new DrawnField(3, 100, Color.WHITE).write("2 3");
    field.graphics().drawLine(110, 20, 140, 20);
    field
        .graphics()
        .drawPolyline(
            new int[] {112, 112, 135, 140, 125, 108}, new int[] {34, 50, 48, 65, 80, 76}, 6);
    assertEquals(3, segment(field.grey()).candidates().size());
  }

  @Test
  void cutsDigitsThatTouch() {
    DrawnField field = new DrawnField(4, 100, Color.WHITE).write("2035");
    field.graphics().drawLine(90, 65, 160, 60);
    assertEquals(4, segment(field.grey()).candidates().size());
  }

  @Test
  void dropsDashesAndEqualsSigns() {
    DrawnField field = new DrawnField(5, 100, Color.WHITE).write("1250");
    field.graphics().drawLine(345, 45, 385, 42);
    field.graphics().drawLine(345, 60, 385, 58);
    assertEquals(4, segment(field.grey()).candidates().size());
  }

  @Test
  void dropsPointsAndCommas() {
    DrawnField field = new DrawnField(4, 100, Color.WHITE).write("1250");
    field.graphics().fillOval(172, 76, 8, 8);
    assertEquals(4, segment(field.grey()).candidates().size());
  }

  @Test
  void saysWhichSeparatorsStandBetweenTheDigits() {
    DrawnField field = new DrawnField(5, 100, Color.WHITE).write("12 50");
    field.graphics().setColor(Color.BLACK);
    field.graphics().fillOval(172, 76, 9, 9);
    assertEquals(List.of(Separator.Kind.POINT), kinds(segment(field.grey())));
    field = new DrawnField(5, 100, Color.WHITE).write("12 50");
    field.graphics().setColor(Color.BLACK);
    field.graphics().fillRect(194, 48, 34, 6);
    Lattice lattice = segment(field.grey());
    assertEquals(List.of(Separator.Kind.DASH), kinds(lattice));
    assertEquals(2, lattice.marks().get(0).node());
    assertEquals(194, lattice.marks().get(0).box().x(), 3);
    field = new DrawnField(5, 100, Color.WHITE).write("12 50");
    field.graphics().setColor(Color.BLACK);
    field.graphics().setStroke(new java.awt.BasicStroke(6));
    field.graphics().drawLine(210, 74, 202, 94);
    assertEquals(List.of(Separator.Kind.COMMA), kinds(segment(field.grey())));
  }

  private static List<Separator.Kind> kinds(Lattice lattice) {
    return lattice.marks().stream().map(Mark::kind).toList();
  }

  @Test
  void noticesThatTheBorderCutsADigit() {
    GreyImage whole = field(80).write(ALL).grey();
    assertFalse(segment(whole).crossesBorder());
    int width = whole.width() - 45;
    byte[] part = new byte[width * 80];
    for (int y = 0; y < 80; y++) {
      System.arraycopy(whole.grey(), y * whole.width() + 45, part, y * width, width);
    }
    assertTrue(segment(new GreyImage(width, 80, part, 1)).crossesBorder());
  }

  @Test
  void doubtsThatAScribbleIsANumber() {
    DrawnField field = new DrawnField(4, 100, Color.WHITE);
    field.graphics().setColor(Color.BLACK);
    field.graphics().setStroke(new java.awt.BasicStroke(3));
    long seed = 5;
    java.util.Random random = new java.util.Random(seed);
    int x = 160;
    int y = 50;
    for (int i = 0; i < 60; i++) {
      int toX = 30 + random.nextInt(260);
      int toY = 10 + random.nextInt(80);
      field.graphics().drawLine(x, y, toX, toY);
      x = toX;
      y = toY;
    }
    Lattice lattice = segment(field.grey());
    assertFalse(lattice.isBlank());
    assertTrue(
        lattice.doubts().stream()
            .anyMatch(doubt -> doubt.code() == ReviewReason.Code.NOT_A_NUMBER));
  }

  @Test
  void refusesWhatIsTooComplex() {
    GreyImage image = field(80).write("0123456789").grey();
    Lattice fewComponents = new Segmenter(9, 100, Cuts.LIKELIEST).segment(cleaner.clean(image));
    Lattice fewCandidates = new Segmenter(100, 9, Cuts.LIKELIEST).segment(cleaner.clean(image));
    for (Lattice lattice : List.of(fewComponents, fewCandidates)) {
      assertTrue(lattice.candidates().isEmpty());
      assertEquals(ReviewReason.Code.TOO_COMPLEX, lattice.doubts().get(0).code());
    }
  }
}
