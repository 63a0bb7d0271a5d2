package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan shows besides form and writing: margins, the lid, holes, blots, shadows. */
class ScannerMarksTest {
  private static final int PAPER = 240;
  private static final int INK = 60;

  /** A 4 and a 7, as they stand at 0, 0. */
  private static final List<Box> DIGITS = List.of(new Box(0, 0, 34, 54), new Box(54, 0, 34, 54));

  @Test
  void findsWritingOnAPlainScan() {
    assertFound(clean(140, 90, g -> digits(g, 20, 18)), 20, 18);
  }

  /** A single digit amid much paper is no blank field. */
  @ParameterizedTest
  @ValueSource(ints = {60, 150, 400})
  void findsWritingAmidWideMargins(int margin) {
    CleanField clean = clean(88 + 2 * margin, 54 + 2 * margin, g -> digits(g, margin, margin));
    assertFound(clean, margin, margin);
    int height = clean.components().box(1).height();
    assertTrue(height >= 24, height + " rows of 96 at a margin of " + margin);
  }

  @Test
  void findsAShortNumberInALongField() {
    CleanField clean = clean(1_400, 90, g -> digits(g, 1_200, 18));
    assertFound(clean, 1_200, 18);
    assertTrue(clean.part().width() < 400, clean.part().toString());
  }

  /** Thin and far away, a 1 is as small as dirt; dirt is not as tall. */
  @Test
  void aThin1AmidMuchPaperIsNoDirt() {
    CleanField clean = clean(255, 496, g -> thin(g, 122, 240, 38));
    assertEquals(1, clean.components().count());
    int height = clean.components().box(1).height();
    assertTrue(height >= 24, height + " rows of 96");
    assertEquals(0, clean(255, 496, g -> thin(g, 122, 240, 9)).components().count());
  }

  private static void thin(Graphics2D g, int x, int y, int height) {
    g.setColor(new Color(130, 130, 130));
    g.setStroke(new BasicStroke(2.2f));
    g.drawLine(x, y, x, y + height);
  }

  /** Dirt is no writing, however much paper there is around it. */
  @Test
  void aSpeckIsNotLookedAtMoreClosely() {
    CleanField clean = clean(300, 60, g -> g.fillOval(150, 30, 6, 7));
    assertEquals(1, clean.components().count());
    assertEquals(new Box(0, 0, 300, 60), clean.part());
  }

  /** Or a number would lose its pale digits, and nobody would know. */
  @Test
  void paleWritingBesideDarkIsNotCutOff() {
    CleanField clean =
        clean(
            700,
            90,
            g -> {
              digits(g, 20, 18, new Color(185, 185, 185));
              digits(g, 560, 18, Color.BLACK);
            });
    assertEquals(new Box(0, 0, 700, 90), clean.part());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void dropsTheDarkBandsAroundAPage(int askew) {
    CleanField clean =
        clean(
            170,
            120,
            g -> {
              digits(g, 50, 44);
              g.setColor(new Color(12, 12, 12));
              g.fillRect(0, 0, 170, 16);
              g.fillPolygon(new int[] {0, 20, 20 + askew, 0}, new int[] {0, 0, 120, 120}, 4);
            });
    assertFound(clean, 50, 44);
  }

  @Test
  void leavesDarkPaperAlone() {
    CleanField dark =
        clean(
            140,
            90,
            g -> {
              g.setColor(new Color(20, 20, 20));
              g.fillRect(0, 0, 140, 90);
              g.setColor(Color.WHITE);
              digits(g, 20, 18, Color.WHITE);
            });
    assertFound(dark, 20, 18);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 60})
  void aPunchHoleBecomesPaper(int level) {
    CleanField clean = clean(230, 90, spotBeside(110, level, new Box(16, 14, 60, 60)));
    assertFound(clean, 110, 18);
    assertFalse(clean.isDoubtful());
  }

  /** A nearer look at a short number shows a slice of the hole, which is like a 1. */
  @Test
  void aSliceOfAPunchHoleIsNo1() {
    CleanField clean =
        clean(
            260,
            90,
            g -> {
              thin(g, 140, 18, 54);
              g.setColor(new Color(12, 12, 12));
              g.fillOval(20, 10, 70, 70);
            });
    assertTrue(clean.part().x() > 30 && clean.part().x() < 85, clean.part().toString());
    assertEquals(1, clean.components().count());
  }

  @Test
  void aFoldIsNotTakenForTallWriting() {
    Consumer<Graphics2D> fold = g -> g.fillRect(300, 0, 4, 180);
    CleanField clean =
        clean(
            400,
            180,
            g -> {
              digits(g, 120, 60);
              g.setColor(new Color(150, 150, 150));
              fold.accept(g);
            });
    TextRows rows = TextRows.of(clean);
    assertEquals(32, rows.top(), 3);
    assertEquals(61, rows.bottom(), 3);
    // alone it may be a 1
    TextRows alone = TextRows.of(clean(400, 180, fold));
    assertTrue(alone.bottom() - alone.top() > 90, alone.toString());
  }

  /** By the threshold that a dark line sets: then nobody may say that the field is blank. */
  @ParameterizedTest
  @ValueSource(ints = {175, 190, 200})
  void paleWritingBelowADarkLineIsADoubt(int level) {
    Color pale = new Color(level, level, level);
    Consumer<Graphics2D> line = g -> g.fillRect(0, 0, 120, 4);
    CleanField clean =
        clean(
            120,
            90,
            g -> {
              digits(g, 16, 24, pale);
              g.setColor(new Color(40, 40, 40));
              line.accept(g);
            });
    assertTrue(clean.isDoubtful() || clean.components().count() >= DIGITS.size());
    assertFalse(clean(120, 90, line).isDoubtful());
  }

  @Test
  void aBlotThatWritingRunsIntoIsADoubt() {
    CleanField clean = clean(230, 90, spotBeside(90, 12, new Box(44, 14, 60, 60)));
    assertTrue(clean.isDoubtful());
  }

  /** Not to be told from a 0 that the pen filled. */
  @Test
  void aSmallBlotIsADoubt() {
    CleanField clean = clean(230, 90, spotBeside(110, INK, new Box(40, 30, 34, 34)));
    assertTrue(clean.isDoubtful());
    assertEquals(3, clean.components().count());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.7})
  void seesNoInkInTheEdgeOfAShadow(double light) {
    BufferedImage image = paper(180, 90);
    Graphics2D g = graphics(image);
    digits(g, 46, 18);
    g.dispose();
    byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < grey.length; i++) {
      double shade = Math.min(1, Math.max(0, (i % 180 - 85) / 10.0));
      grey[i] = (byte) ((grey[i] & 0xff) * (1 - shade * (1 - light)));
    }
    CleanField clean = new Cleaner().clean(new GreyImage(180, 90, grey, 1));
    assertFound(clean, 46, 18);
    // above and below the digits
    int[] rows = {4, clean.contrast().height() - 5};
    for (int x = 0; x < clean.contrast().width(); x++) {
      for (int y : rows) {
        float contrast = clean.contrast().values()[y * clean.contrast().width() + x];
        assertEquals(0, contrast, 0.1, "contrast of bare paper at " + x + ", " + y);
      }
    }
  }

  /** What is blackened may have been a number, a hole or a dark corner not. */
  @Test
  void aBlackenedFieldIsADoubt() {
    assertTrue(clean(180, 90, g -> g.fillRect(30, 20, 60, 50)).isDoubtful());
    assertFalse(clean(180, 90, g -> g.fillOval(30, 20, 50, 50)).isDoubtful());
    assertFalse(clean(180, 90, g -> g.fillRect(0, 0, 60, 50)).isDoubtful());
  }

  /** Just the digits' components, where they were drawn on the scan. */
  static void assertFound(CleanField clean, int x, int y) {
    List<Box> found =
        clean.components().boxes().stream()
            .map(clean::toScan)
            .sorted(Comparator.comparingInt(Box::x))
            .toList();
    assertEquals(DIGITS.size(), found.size(), found.toString());
    for (int i = 0; i < found.size(); i++) {
      Box box = DIGITS.get(i);
      String message = found + " for digits from " + x + ", " + y;
      assertEquals(x + box.x(), found.get(i).x(), 5, message);
      assertEquals(y + box.y(), found.get(i).y(), 5, message);
      assertEquals(x + box.right(), found.get(i).right(), 5, message);
      assertEquals(y + box.bottom(), found.get(i).bottom(), 5, message);
    }
  }

  static CleanField clean(int width, int height, Consumer<Graphics2D> drawing) {
    BufferedImage image = paper(width, height);
    Graphics2D g = graphics(image);
    drawing.accept(g);
    g.dispose();
    byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return new Cleaner().clean(new GreyImage(width, height, grey, 1));
  }

  private static BufferedImage paper(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(PAPER, PAPER, PAPER));
    g.fillRect(0, 0, width, height);
    g.dispose();
    return image;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(INK, INK, INK));
    return g;
  }

  /** A round spot of that level, and the digits from that column on. */
  private static Consumer<Graphics2D> spotBeside(int column, int level, Box spot) {
    return g -> {
      digits(g, column, 18);
      g.setColor(new Color(level, level, level));
      g.fillOval(spot.x(), spot.y(), spot.width(), spot.height());
    };
  }

  static void digits(Graphics2D g, int x, int y) {
    digits(g, x, y, new Color(INK, INK, INK));
  }

  static void digits(Graphics2D g, int x, int y, Color ink) {
    g.setColor(ink);
    g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.drawPolyline(new int[] {x + 12, x + 3, x + 31}, new int[] {y + 3, y + 34, y + 34}, 3);
    g.drawLine(x + 23, y + 18, x + 23, y + 51);
    g.drawPolyline(new int[] {x + 57, x + 85, x + 66}, new int[] {y + 3, y + 3, y + 51}, 3);
  }
}
