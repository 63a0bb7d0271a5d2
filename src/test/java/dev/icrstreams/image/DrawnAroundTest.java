package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people draw around a number, and what of the lines above and below a crop shows. */
class DrawnAroundTest {
  private static final Color PENCIL = new Color(195, 195, 195);

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6})
  void aRingIsNoZero(int pen) {
    CleanField clean =
        ScannerMarksTest.clean(
            240,
            110,
            g -> {
              ScannerMarksTest.digits(g, 76, 28);
              ring(g, pen);
            });
    ScannerMarksTest.assertFound(clean, 76, 28);
    assertFalse(clean.isDoubtful());
  }

  /** It is so much darker that the threshold which it sets would leave them out. */
  @Test
  void aRingHidesNoPaleDigits() {
    CleanField clean =
        ScannerMarksTest.clean(
            240,
            110,
            g -> {
              ScannerMarksTest.digits(g, 76, 28, PENCIL);
              g.setColor(Color.BLACK);
              ring(g, 5);
            });
    ScannerMarksTest.assertFound(clean, 76, 28);
  }

  /** Of a digit that touches the ring no more goes than the ring, and somebody has to look. */
  @Test
  void aDigitThatTouchesTheRingStays() {
    CleanField clean =
        ScannerMarksTest.clean(
            240,
            110,
            g -> {
              ScannerMarksTest.digits(g, 130, 28);
              ring(g, 3);
            });
    assertEquals(2, clean.components().count());
    assertTrue(clean.isDoubtful());
  }

  @Test
  void aRoundedFrameIsNoRingOfInk() {
    CleanField clean =
        ScannerMarksTest.clean(
            240,
            110,
            g -> {
              ScannerMarksTest.digits(g, 76, 28);
              g.setStroke(new BasicStroke(3));
              g.drawRoundRect(6, 6, 228, 98, 60, 60);
            });
    ScannerMarksTest.assertFound(clean, 76, 28);
  }

  /** As some write zeros. */
  @ParameterizedTest
  @ValueSource(ints = {6, 30})
  void aZeroWithAStrokeInItStays(int stroke) {
    CleanField clean =
        ScannerMarksTest.clean(
            160,
            110,
            g -> {
              g.setStroke(new BasicStroke(5));
              g.drawOval(50, 16, 60, 76);
              g.drawLine(80 - stroke / 4, 54 + stroke / 2, 80 + stroke / 4, 54 - stroke / 2);
            });
    assertTrue(
        clean.components().boxes().stream().anyMatch(box -> box.height() > 60),
        clean.components().boxes().toString());
  }

  /** A round one, by a pen that left more ink where it began. */
  @Test
  void aZeroWithABlotStays() {
    CleanField clean =
        ScannerMarksTest.clean(
            200,
            110,
            g -> {
              g.setStroke(new BasicStroke(5));
              g.drawOval(50, 16, 96, 76);
              g.fillOval(62, 22, 24, 16);
            });
    assertEquals(1, clean.components().count());
    assertFalse(clean.isDoubtful());
  }

  /** As high as the digits, and cut off by the side. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theNextLineIsNotThisOne(boolean above) {
    int y = above ? 44 : 12;
    CleanField clean =
        ScannerMarksTest.clean(
            200,
            110,
            g -> {
              ScannerMarksTest.digits(g, 56, y);
              ScannerMarksTest.digits(g, 10, above ? -24 : 80);
              ScannerMarksTest.digits(g, 110, above ? -20 : 84);
            });
    ScannerMarksTest.assertFound(clean, 56, y);
    float[] contrast = clean.contrast().values();
    int width = clean.contrast().width();
    int row = above ? 4 : clean.contrast().height() - 5;
    for (int x = 0; x < width; x++) {
      assertEquals(0, contrast[row * width + x], 0.1, "contrast of the next line at " + x);
    }
  }

  /** Cents are raised, and a tight crop cuts their heads off. */
  @Test
  void whatIsRaisedBesideTheDigitsStays() {
    CleanField clean =
        ScannerMarksTest.clean(
            260,
            110,
            g -> {
              ScannerMarksTest.digits(g, 30, 44);
              g.drawOval(140, -8, 24, 40);
              g.drawOval(180, -8, 24, 40);
            });
    assertEquals(4, clean.components().count());
  }

  /** Where nothing else is written, what a side cuts off is all there is. */
  @Test
  void aLineThatIsCutOffStaysWhereItIsTheOnlyOne() {
    CleanField clean = ScannerMarksTest.clean(200, 90, g -> ScannerMarksTest.digits(g, 56, -20));
    assertTrue(clean.components().count() >= 2, clean.components().boxes().toString());
  }

  private static void ring(Graphics2D g, int pen) {
    g.setStroke(new BasicStroke(pen));
    g.drawOval(6, 6, 228, 98);
  }
}
