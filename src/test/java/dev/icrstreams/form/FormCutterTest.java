package dev.icrstreams.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.StageListener;
import dev.icrstreams.form.Scanned.Scanner;
import dev.icrstreams.form.geometry.Mark;
import dev.icrstreams.form.geometry.Mark.Shape;
import dev.icrstreams.form.geometry.PageTransform;
import dev.icrstreams.form.geometry.Registration;
import dev.icrstreams.form.geometry.Registration.Transform;
import dev.icrstreams.form.template.FormField;
import dev.icrstreams.form.template.FormTemplate;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.support.ReadSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormCutterTest {
  private static final int WIDTH = 1_240;
  private static final FormTemplate SAMPLE = FormTemplate.read(SyntheticForm.TEMPLATE);
  private static final GreyImage PAGE = SyntheticForm.filled(SAMPLE, WIDTH);

  private static FieldReader reader;

  @BeforeAll
  static void open() {
    reader = FieldReader.create(ReadSamples.CONFIG, StageListener.NONE);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  static Stream<Arguments> scans() {
    return Stream.of(
        Arguments.of("as it is", new Scanner()),
        Arguments.of("skewed", new Scanner().skewed(4).noisy(6, 1)),
        Arguments.of(
            "skewed the other way, shifted",
            new Scanner().on(250, 0.06).skewed(-7).shifted(25, -18)),
        Arguments.of("small", new Scanner().scaled(0.7).skewed(2).noisy(8, 2)),
        Arguments.of("large", new Scanner().scaled(2.1).skewed(-1).noisy(5, 3)),
        Arguments.of("stretched by the feed", new Scanner().stretched(1.02).skewed(1)),
        Arguments.of("on a dark ground", new Scanner().on(20, 0.04).skewed(3).noisy(6, 4)),
        Arguments.of("a quarter turned", new Scanner().turned(1).skewed(3).noisy(6, 5)),
        Arguments.of("upside down", new Scanner().turned(2).skewed(-2).shifted(9, 12)),
        Arguments.of("three quarters turned", new Scanner().on(250, 0.04).turned(3).skewed(5)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scans")
  void cutsTheFieldsOutHoweverThePageWasScanned(String name, Scanner scanner) {
    Scanned scanned = Scanned.of(PAGE, scanner);
    FormCutter cutter = new FormCutter(SAMPLE);
    double error = error(SAMPLE, cutter, scanned, WIDTH);
    assertTrue(error < 0.01, "a corner is off by " + error + " of the page's width");
    Map<String, String> read = new java.util.TreeMap<>();
    for (CutField cut : cutter.cut(scanned.image())) {
      read.put(cut.field().name(), reader.read(cut.png(), cut.field().rules()).number());
    }
    assertEquals(new java.util.TreeMap<>(SyntheticForm.NUMBERS), read);
  }

  /** A pen and a form in two colours can be told apart in the field as they could on the page. */
  @Test
  void fieldsKeepThePagesColours() {
    byte[] white = new byte[PAGE.grey().length];
    Arrays.fill(white, (byte) 255);
    GreyImage blue =
        new GreyImage(
            PAGE.width(),
            PAGE.height(),
            PAGE.grey(),
            1,
            1,
            List.of(PAGE.grey(), PAGE.grey(), white));
    ImageDecoder decoder =
        new ImageDecoder(
            new ImageLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 1));
    FormCutter cutter = new FormCutter(SAMPLE);
    for (CutField cut : cutter.cut(blue)) {
      GreyImage field = decoder.decode(cut.png());
      assertEquals(3, field.channels().size(), cut.field().name());
      assertEquals(255, darkest(field.with(field.channels().get(2))), cut.field().name());
      assertTrue(darkest(field.with(field.channels().get(0))) < 128, cut.field().name());
    }
    assertTrue(decoder.decode(cutter.cut(PAGE).get(0).png()).channels().isEmpty());
  }

  private static int darkest(GreyImage image) {
    int darkest = 255;
    for (byte level : image.grey()) {
      darkest = Math.min(darkest, level & 0xff);
    }
    return darkest;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void findsMarksOfEveryShape(Shape shape, double size) {
    FormTemplate template = withMarks(marks(shape, size), Transform.AFFINE);
    GreyImage page = SyntheticForm.empty(template, WIDTH);
    Scanned scanned =
        Scanned.of(page, new Scanner().on(250, 0.04).skewed(5).shifted(10, 10).noisy(8, 6));
    double error = error(template, new FormCutter(template), scanned, WIDTH);
    assertTrue(error < 0.004, shape + " leads " + error + " of the page's width astray");
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(Shape.SQUARE, 0.02),
        Arguments.of(Shape.DISC, 0.025),
        Arguments.of(Shape.CORNER, 0.05));
  }

  @Test
  void seesAPageAtAnAngleWhereTheTemplateAllowsIt() {
    Scanned scanned = Scanned.of(PAGE, new Scanner().tilted(0.12).skewed(2).on(90, 0.03));
    FormTemplate camera = withMarks(SAMPLE.registration().marks(), Transform.PROJECTIVE);
    double error = error(camera, new FormCutter(camera), scanned, WIDTH);
    assertTrue(error < 0.01, "off by " + error);
    assertRefused(SAMPLE, scanned.image(), "do not fit together");
  }

  @Test
  void findsThePageByItsEdges() {
    FormTemplate edges = byEdges();
    for (Scanner scanner :
        List.of(
            new Scanner(),
            new Scanner().on(30, 0.05).skewed(4).noisy(6, 7),
            new Scanner().on(15, 0.08).skewed(-3).shifted(12, 20).scaled(0.8))) {
      Scanned scanned = Scanned.of(PAGE, scanner);
      double error = error(edges, new FormCutter(edges), scanned, WIDTH);
      assertTrue(error < 0.01, "off by " + error);
    }
  }

  @Test
  void refusesAPageByEdgesThatIsOfAnotherShapeOrOnItsSide() {
    GreyImage square = new GreyImage(800, 800, new byte[640_000], 1);
    java.util.Arrays.fill(square.grey(), (byte) 240);
    assertRefused(byEdges(), square, "1.000 times as wide as high, the template's 1.419");
    assertRefused(byEdges(), Scanned.by(PAGE, new Scanner().turned(1)), "it lies on its side");
  }

  @Test
  void refusesAPageThatDoesNotFitAndSaysWhy() {
    FormTemplate bare = withMarks(marks(Shape.SQUARE, 0.03).subList(0, 3), Transform.AFFINE);
    assertRefused(SAMPLE, SyntheticForm.empty(bare, WIDTH), "marks not found: disc at 95 %, 93 %");
    GreyImage blank = Scanned.by(PAGE, new Scanner().shifted(5_000, 0));
    assertRefused(SAMPLE, blank, "marks not found: square at 5 %, 7 %");
    assertRefused(SAMPLE, Scanned.by(PAGE, new Scanner().stretched(1.1)), "times as wide as high");
    FormTemplate strict = withSkew(1.5);
    assertRefused(strict, Scanned.by(PAGE, new Scanner().skewed(4)), "skewed by 4.0 degrees");
    List<Mark> moved = new ArrayList<>(SAMPLE.registration().marks());
    moved.set(1, new Mark(0.92, 0.07, Shape.SQUARE, 0.03));
    GreyImage other = SyntheticForm.empty(withMarks(moved, Transform.AFFINE), WIDTH);
    assertRefused(SAMPLE, other, "do not fit together");
    assertRefused(SAMPLE, Scanned.by(PAGE, new Scanner().scaled(0.1)), "");
  }

  @Test
  void knowsWhetherItsMarksTellUpFromDown() {
    assertFalse(SAMPLE.looksAlikeUpsideDown());
    assertTrue(withMarks(marks(Shape.SQUARE, 0.03), Transform.AFFINE).looksAlikeUpsideDown());
  }

  private static void assertRefused(FormTemplate template, GreyImage page, String reason) {
    FormCutter cutter = new FormCutter(template);
    var e = assertThrows(PageRefusedException.class, () -> cutter.cut(page), reason);
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  /** How far any corner of any box is from where the scanner put it, in the page's width. */
  private static double error(
      FormTemplate template, FormCutter cutter, Scanned scanned, double width) {
    PageTransform found = cutter.locate(scanned.image());
    double height = template.height() / template.width();
    double most = 0;
    for (FormField field : template.fields()) {
      for (double x : new double[] {field.x(), field.x() + field.width()}) {
        for (double y : new double[] {field.y(), field.y() + field.height()}) {
          double[] truth = scanned.at(x * width, y * height * width);
          double dx = found.x(x, y * height) - truth[0];
          double dy = found.y(x, y * height) - truth[1];
          most = Math.max(most, Math.hypot(dx, dy) / found.scaleX());
        }
      }
    }
    return most;
  }

  private static List<Mark> marks(Shape shape, double size) {
    return List.of(
        new Mark(0.05, 0.07, shape, size),
        new Mark(0.95, 0.07, shape, size),
        new Mark(0.05, 0.93, shape, size),
        new Mark(0.95, 0.93, shape, size));
  }

  private static FormTemplate withMarks(List<Mark> marks, Transform transform) {
    boolean camera = transform == Transform.PROJECTIVE;
    return with(
        new Registration(marks, transform, 0.2, camera ? 0.05 : 0.005, 10, camera ? 0.2 : 0.03));
  }

  private static FormTemplate byEdges() {
    return with(new Registration(List.of(), Transform.AFFINE, 0.2, 0.005, 10, 0.03));
  }

  private static FormTemplate withSkew(double degrees) {
    return with(
        new Registration(
            SAMPLE.registration().marks(), Transform.AFFINE, 0.2, 0.005, degrees, 0.03));
  }

  private static FormTemplate with(Registration registration) {
    return new FormTemplate(
        SAMPLE.form(),
        SAMPLE.width(),
        SAMPLE.height(),
        SAMPLE.pages(),
        registration,
        SAMPLE.fields());
  }
}
