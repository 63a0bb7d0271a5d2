package dev.icrstreams.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Ink;
import org.junit.jupiter.api.Test;

class DigitNormaliserTest {
  private static final int SIZE = DigitNormaliser.SIZE;
  private final DigitNormaliser normaliser = new DigitNormaliser();

  @Test
  void fitsTheLongerSideIntoTwentyPixelsAndKeepsTheAspectRatio() {
    float[] pixels = normaliser.normalise(Glyphs.ring(200, 100, 12));
    assertEquals(20, extent(pixels, true), 1);
    assertEquals(10, extent(pixels, false), 1);
  }

  @Test
  void putsTheCentreOfMassIntoTheMiddle() {
    for (Ink glyph : new Ink[] {Glyphs.seven(90, 9), Glyphs.seven(40, 2), Glyphs.seven(17, 3)}) {
      double[] centre = centreOfMass(normaliser.normalise(glyph));
      assertEquals(SIZE / 2.0, centre[0], 0.15, glyph.toString());
      assertEquals(SIZE / 2.0, centre[1], 0.15, glyph.toString());
    }
  }

  @Test
  void readsTheSameDigitAtAnySizeAlike() {
    float[] large = normaliser.normalise(Glyphs.seven(160, 16));
    float[] small = normaliser.normalise(Glyphs.seven(40, 4));
    double difference = 0;
    for (int i = 0; i < large.length; i++) {
      difference += Math.abs(large[i] - small[i]);
    }
    assertTrue(difference < 0.12 * mass(large), "differs by " + difference + " of " + mass(large));
  }

  @Test
  void keepsThinStrokesVisibleAndThickOnesSolid() {
    assertEquals(1, peak(normaliser.normalise(Glyphs.seven(150, 2))), 1e-6);
    float[] thick = normaliser.normalise(Glyphs.seven(150, 30));
    assertTrue(mass(thick) > 2 * mass(normaliser.normalise(Glyphs.seven(150, 8))));
  }

  @Test
  void enlargesTinyDigits() {
    float[] pixels = normaliser.normalise(Glyphs.seven(8, 1));
    assertEquals(20, extent(pixels, false), 3);
    assertEquals(1, peak(pixels), 1e-6);
  }

  @Test
  void bringsFaintInkToFullContrastWithoutWideningTheBoxToNoise() {
    Ink clean = Glyphs.seven(80, 8);
    byte[] values = new byte[clean.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ((clean.values()[i] & 0xff) / 2);
    }
    values[0] = 5;
    float[] faint = normaliser.normalise(new Ink(clean.width(), clean.height(), values));
    assertArrayEquals(normaliser.normalise(clean), faint, 0.02f);
  }

  @Test
  void doesNotDependOnTheMarginAroundTheInk() {
    Ink tight = Glyphs.seven(50, 5);
    assertArrayEquals(
        normaliser.normalise(tight), normaliser.normalise(Glyphs.framed(tight, 13, 40)), 1e-5f);
  }

  @Test
  void blankPaperIsAllZero() {
    assertArrayEquals(
        new float[DigitNormaliser.PIXELS], normaliser.normalise(new Ink(7, 9, new byte[63])));
  }

  @Test
  void aSinglePixelOfInkIsNoError() {
    byte[] values = new byte[100];
    values[55] = (byte) 255;
    assertEquals(1, peak(normaliser.normalise(new Ink(10, 10, values))), 1e-6);
  }

  private static float peak(float[] pixels) {
    float peak = 0;
    for (float v : pixels) {
      peak = Math.max(peak, v);
    }
    return peak;
  }

  private static double mass(float[] pixels) {
    double sum = 0;
    for (float v : pixels) {
      sum += v;
    }
    return sum;
  }

  private static double[] centreOfMass(float[] pixels) {
    double x = 0;
    double y = 0;
    for (int i = 0; i < pixels.length; i++) {
      x += pixels[i] * (i % SIZE + 0.5);
      int row = i / SIZE;
      y += pixels[i] * (row + 0.5);
    }
    return new double[] {x / mass(pixels), y / mass(pixels)};
  }

  /** Columns or rows from the first to the last with ink of at least a half. */
  private static int extent(float[] pixels, boolean across) {
    int first = SIZE;
    int last = -1;
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] >= 0.5f) {
        int at = across ? i % SIZE : i / SIZE;
        first = Math.min(first, at);
        last = Math.max(last, at);
      }
    }
    return last - first + 1;
  }
}
