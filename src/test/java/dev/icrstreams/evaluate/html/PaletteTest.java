package dev.icrstreams.evaluate.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void keepsFewColoursAsTheyAre() {
    BufferedImage image = image(250);
    BufferedImage reduced = Palette.reduced(image);

    assertEquals(8, reduced.getColorModel().getPixelSize());
    for (int x = 0; x < image.getWidth(); x++) {
      assertEquals(image.getRGB(x, 0), reduced.getRGB(x, 0), "column " + x);
    }
  }

  @Test
  void makesRareColoursTheNearestOfTheFrequentOnes() {
    BufferedImage image = image(400);
    BufferedImage reduced = Palette.reduced(image);

    for (int x = 0; x < image.getWidth(); x++) {
      int off =
          Math.abs(red(image, x) - red(reduced, x)) + Math.abs(blue(image, x) - blue(reduced, x));
      assertTrue(off <= (x < 100 ? 0 : 80), "column " + x + " is off by " + off);
    }
    assertTrue(image.getRGB(399, 0) != reduced.getRGB(399, 0), "400 colours in a palette of 256");
  }

  /** A colour each column; the first hundred twice, which makes them more frequent. */
  private static BufferedImage image(int colours) {
    BufferedImage image = new BufferedImage(colours, 2, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < colours; x++) {
      int colour = (x % 200 << 16) + (x / 200 * 40 & 0xff);
      image.setRGB(x, 0, colour);
      image.setRGB(x, 1, x < 100 ? colour : 0);
    }
    return image;
  }

  private static int red(BufferedImage image, int x) {
    return image.getRGB(x, 0) >> 16 & 0xff;
  }

  private static int blue(BufferedImage image, int x) {
    return image.getRGB(x, 0) & 0xff;
  }
}
