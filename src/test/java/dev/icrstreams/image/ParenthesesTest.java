package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.ReviewReason;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.QuadCurve2D;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in parentheses. */
class ParenthesesTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 100;

  @ParameterizedTest(name = "{0} rows above and {1} below, bulging by {2}")
  @CsvSource({"0, 0, 8", "10, 10, 8", "20, 4, 12", "4, 12, 6"})
  void arePartOfNoNumberAndADoubt(int above, int below, int bulge) {
    CleanField clean =
        clean(
            g -> {
              ScannerMarksTest.digits(g, 56, 22);
              stroke(g, 40, 22 - above, 40 - 2 * bulge, 76 + below);
              stroke(g, 156, 22 - above, 156 + 2 * bulge, 76 + below);
            });
    ScannerMarksTest.assertFound(clean, 56, 22);
    assertEquals(List.of(ReviewReason.Code.NOT_A_NUMBER), clean.doubts());
    float left = 0;
    for (int y = 0; y < clean.contrast().height(); y++) {
      left = Math.max(left, clean.contrast().values()[y * clean.contrast().width() + 30]);
    }
    assertTrue(left < 0.2, "the sequence reader would see one: " + left);
  }

  /** Looked at from nearer, the number stands without them. */
  @Test
  void areADoubtAmidMuchPaperToo() {
    CleanField clean =
        clean(
            900,
            220,
            g -> {
              ScannerMarksTest.digits(g, 456, 82);
              stroke(g, 330, 78, 310, 140);
              stroke(g, 670, 78, 690, 140);
            });
    ScannerMarksTest.assertFound(clean, 456, 82);
    assertEquals(List.of(ReviewReason.Code.NOT_A_NUMBER), clean.doubts());
  }

  /** A 1 at each end. */
  @Test
  void strokesThatDoNotEncloseStay() {
    assertStay(0, 0);
    assertStay(8, 8);
    assertStay(-8, -8);
    assertStay(8, -8);
    assertStay(-8, 0);
  }

  /** The bulges are to the right if above 0. */
  private static void assertStay(int left, int right) {
    CleanField clean =
        clean(
            g -> {
              ScannerMarksTest.digits(g, 56, 22);
              stroke(g, 36, 22, 36 + 2 * left, 76);
              stroke(g, 162, 22, 162 + 2 * right, 76);
            });
    assertEquals(4, clean.components().count(), left + ", " + right);
    assertFalse(clean.isDoubtful());
  }

  @Test
  void oneAloneAndEmptyOnesStay() {
    CleanField opening =
        clean(
            g -> {
              ScannerMarksTest.digits(g, 56, 22);
              stroke(g, 40, 22, 24, 76);
            });
    assertEquals(3, opening.components().count());
    CleanField empty =
        clean(
            g -> {
              stroke(g, 40, 22, 24, 76);
              stroke(g, 100, 22, 116, 76);
            });
    assertEquals(2, empty.components().count());
  }

  /** From a column down to the same, by way of another. */
  private static void stroke(Graphics2D g, int x, int top, int via, int bottom) {
    g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new QuadCurve2D.Double(x, top, via, (top + bottom) / 2.0, x, bottom));
  }

  private static CleanField clean(Consumer<Graphics2D> drawing) {
    return clean(WIDTH, HEIGHT, drawing);
  }

  private static CleanField clean(int width, int height, Consumer<Graphics2D> drawing) {
    return new Cleaner().clean(Drawing.of(width, height, drawing));
  }
}
