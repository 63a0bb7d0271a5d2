package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import java.awt.Graphics2D;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shades that a black and white scan shows by dots. */
class HalftoneTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;

  private enum Dots {
    /** R. Floyd and L. Steinberg's diffusion of the error. */
    DIFFUSED {
      @Override
      void draw(float[] levels, int width) {
        for (int i = 0; i < levels.length; i++) {
          float error = levels[i] - (levels[i] < 128 ? 0 : 255);
          levels[i] -= error;
          int[] to = {i + 1, i + width - 1, i + width, i + width + 1};
          float[] shares = {7 / 16f, 3 / 16f, 5 / 16f, 1 / 16f};
          for (int k = 0; k < to.length; k++) {
            if (to[k] < levels.length) {
              levels[to[k]] += shares[k] * error;
            }
          }
        }
      }
    },
    /** A printer's screen at 45 degrees. */
    SCREEN {
      @Override
      void draw(float[] levels, int width) {
        for (int i = 0; i < levels.length; i++) {
          int x = i % width;
          int y = i / width;
          double wave = Math.cos(Math.PI * (x + y) / 2.5) + Math.cos(Math.PI * (x - y) / 2.5);
          levels[i] = levels[i] < 128 + 64 * wave ? 0 : 255;
        }
      }
    },
    /** Grain before the threshold. */
    GRAIN {
      @Override
      void draw(float[] levels, int width) {
        Random random = new Random(1);
        for (int i = 0; i < levels.length; i++) {
          levels[i] = levels[i] + 50 * random.nextGaussian() < 110 ? 0 : 255;
        }
      }
    };

    abstract void draw(float[] levels, int width);
  }

  @ParameterizedTest
  @EnumSource
  void digitsInAShadowAreFound(Dots dots) {
    float[] levels = shaded();
    dots.draw(levels, WIDTH);
    GreyImage image = image(levels);
    AtomicInteger told = new AtomicInteger();
    CleaningListener listener =
        new CleaningListener() {
          @Override
          public void halftone() {
            told.incrementAndGet();
          }
        };
    ScannerMarksTest.assertFound(new Cleaner().clean(image, listener), 36, 18);
    assertTrue(told.get() > 0, "the listener was not told");
  }

  @Test
  void aBlackAndWhiteScanOfWritingStaysAsItIs() {
    GreyImage image = image(twoTone(drawn(g -> ScannerMarksTest.digits(g, 36, 18))));
    assertSame(image, Halftone.smoothed(image));
  }

  /** Strokes of two pixels as close as people write them are no dots. */
  @Test
  void smallWritingStaysAsItIs() {
    GreyImage image =
        image(
            twoTone(
                drawn(
                    g -> {
                      g.scale(0.35, 0.35);
                      for (int x = 10; x < 380; x += 92) {
                        ScannerMarksTest.digits(g, x, 10);
                        ScannerMarksTest.digits(g, x, 90);
                      }
                    })));
    assertSame(image, Halftone.smoothed(image));
  }

  @Test
  void aGreyScanStaysAsItIs() {
    GreyImage image = image(shaded());
    assertSame(image, Halftone.smoothed(image));
  }

  /** What is this large is not brought to working resolution without becoming grey. */
  @Test
  void aLargeScanIsLeftToTheWorkingResolution() {
    int side = 2_001;
    byte[] dots = new byte[side * side];
    for (int i = 0; i < dots.length; i += 2) {
      dots[i] = (byte) 255;
    }
    GreyImage large = new GreyImage(side, side, dots, 1);
    assertSame(large, Halftone.smoothed(large));
    GreyImage small = large.part(new Box(0, 0, 400, 400));
    assertNotSame(small, Halftone.smoothed(small));
  }

  /** Digits of a light pen on paper that darkens to the right. */
  private static float[] shaded() {
    float[] levels = drawn(g -> ScannerMarksTest.digits(g, 36, 18));
    for (int i = 0; i < levels.length; i++) {
      levels[i] *= 0.85f - 0.3f * (i % WIDTH) / WIDTH;
    }
    return levels;
  }

  private static float[] twoTone(float[] levels) {
    for (int i = 0; i < levels.length; i++) {
      levels[i] = levels[i] < 128 ? 0 : 255;
    }
    return levels;
  }

  private static GreyImage image(float[] levels) {
    byte[] grey = new byte[levels.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) Math.round(levels[i]);
    }
    return new GreyImage(WIDTH, HEIGHT, grey, 1);
  }

  private static float[] drawn(Consumer<Graphics2D> drawing) {
    GreyImage image = Drawing.of(WIDTH, HEIGHT, drawing);
    float[] levels = new float[image.grey().length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = image.grey()[i] & 0xff;
    }
    return levels;
  }
}
