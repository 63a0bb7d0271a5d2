package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Which images show ink of two kinds, and what each alone looks like. */
class TwoInksTest {
  private static final Color RED = new Color(225, 60, 50);
  private static final Color BLUE = new Color(40, 60, 170);
  private static final Color GREEN = new Color(40, 140, 70);
  private static final Color BLACK = new Color(20, 20, 20);

  private final ImageDecoder decoder =
      new ImageDecoder(new ImageLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 1));

  @Test
  void blackAndRedAreTwo() {
    GreyImage image = decoded(BufferedImage.TYPE_INT_RGB, BLACK, RED);
    assertTrue(image.inks().isPresent());
    assertInks(kept(image), true, false);
    assertInks(dropped(image), false, true);
    assertInks(image, true, true);
  }

  /** Neither is black: a pen on a form in another colour. */
  @Test
  void twoColoursAreTwo() {
    GreyImage image = decoded(BufferedImage.TYPE_INT_RGB, BLUE, RED);
    assertTrue(image.inks().isPresent());
    assertInks(kept(image), true, false);
    assertInks(dropped(image), false, true);
    GreyImage other = decoded(BufferedImage.TYPE_INT_RGB, BLUE, GREEN);
    assertTrue(other.inks().isPresent());
    assertInks(kept(other), false, true);
    assertInks(dropped(other), true, false);
  }

  /** A stroke that another pen added is a small part of a long number's ink. */
  @Test
  void aLittleOfAnotherColourIsEnough() {
    BufferedImage image = bars(BufferedImage.TYPE_INT_RGB, BLACK, Color.WHITE);
    Graphics2D g = image.createGraphics();
    g.setColor(BLUE);
    g.fillRect(58, 18, 3, 2);
    assertTrue(decoder.decode(TestImages.png(image, 3937, 3937)).inks().isPresent());
  }

  /** A page takes more memory than a reader may spend on one field. */
  @Test
  void inksOfAPageAreNotParted() {
    BufferedImage page = new BufferedImage(4000, 1001, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = page.createGraphics();
    g.drawImage(bars(BufferedImage.TYPE_INT_RGB, BLACK, RED), 0, 0, 4000, 1001, null);
    assertTrue(
        decoder
            .decode(TestImages.png(page.getSubimage(0, 0, 4000, 1000), 3937, 3937))
            .inks()
            .isPresent());
    assertFalse(decoder.decode(TestImages.png(page, 3937, 3937)).inks().isPresent());
  }

  /** What lies beneath a thin black line goes on; beneath a broad one nobody knows. */
  @Test
  void aStrokeGoesOnBeneathALineThatCrossesIt() {
    GreyImage thin = dropped(crossed(3));
    GreyImage broad = dropped(crossed(8));
    assertTrue(thin.at(60, 20) < 160, "beneath a line: " + thin.at(60, 20));
    assertTrue(thin.at(50, 20) > 200, "beside the stroke: " + thin.at(50, 20));
    assertTrue(broad.at(60, 20) > 200, "beneath a bar: " + broad.at(60, 20));
  }

  /** A red upright bar with a black line across. */
  private GreyImage crossed(int thick) {
    BufferedImage image = bars(BufferedImage.TYPE_INT_RGB, Color.WHITE, RED);
    Graphics2D g = image.createGraphics();
    g.setColor(BLACK);
    g.fillRect(0, 20 - thick / 2, 80, thick);
    return decoder.decode(TestImages.png(image, 3937, 3937));
  }

  @Test
  void soTheyAreInAPalette() {
    assertTrue(decoded(BufferedImage.TYPE_BYTE_INDEXED, BLACK, Color.RED).inks().isPresent());
  }

  @Test
  void soTheyAreBehindGlass() {
    GreyImage image = decoded(BufferedImage.TYPE_INT_ARGB, BLACK, RED);
    assertInks(kept(image), true, false);
  }

  @Test
  void oneInkIsOneWhateverItsColour() {
    assertFalse(decoded(BufferedImage.TYPE_INT_RGB, RED, RED).inks().isPresent());
    assertFalse(decoded(BufferedImage.TYPE_INT_RGB, BLACK, BLACK).inks().isPresent());
    assertFalse(decoded(BufferedImage.TYPE_BYTE_GRAY, BLACK, Color.GRAY).inks().isPresent());
  }

  private static GreyImage kept(GreyImage image) {
    return image.with(image.inks().orElseThrow().kept());
  }

  private static GreyImage dropped(GreyImage image) {
    return image.with(image.inks().orElseThrow().dropped());
  }

  private static void assertInks(GreyImage image, boolean left, boolean right) {
    assertEquals(left, image.at(20, 20) < 160, "left bar " + image.at(20, 20));
    assertEquals(right, image.at(60, 20) < 160, "right bar " + image.at(60, 20));
    assertTrue(image.at(40, 20) > 200, "paper " + image.at(40, 20));
  }

  private GreyImage decoded(int type, Color left, Color right) {
    return decoder.decode(TestImages.png(bars(type, left, right), 3937, 3937));
  }

  /** Two bars on white paper. */
  private static BufferedImage bars(int type, Color left, Color right) {
    BufferedImage image = new BufferedImage(80, 40, type);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 80, 40);
    g.setColor(left);
    g.fillRect(17, 8, 6, 24);
    g.setColor(right);
    g.fillRect(57, 8, 6, 24);
    g.dispose();
    return image;
  }
}
