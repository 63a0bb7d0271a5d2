package dev.icrstreams.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.field.Ink;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmenterTest {
  private static final int ROUNDS = 400;
  private final Augmenter augmenter = new Augmenter();
  private final DigitNormaliser normaliser = new DigitNormaliser();

  @Test
  void theSameRandomNumbersGiveTheSameDigit() {
    Ink digit = Strokes.digit(7, new SplittableRandom(1));
    assertEquals(
        augmenter.augment(digit, new SplittableRandom(3)),
        augmenter.augment(digit, new SplittableRandom(3)));
    assertNotEquals(
        augmenter.augment(digit, new SplittableRandom(3)),
        augmenter.augment(digit, new SplittableRandom(4)));
  }

  @Test
  void neverMirrorsOrTurnsADigitUpsideDown() {
    Ink digit = Strokes.letterF();
    float[] upright = normaliser.normalise(digit);
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] varied = normaliser.normalise(augmenter.augment(digit, new SplittableRandom(seed)));
      double alike = correlation(varied, upright);
      assertTrue(alike > correlation(varied, flipped(upright, true, false)), "seed " + seed);
      assertTrue(alike > correlation(varied, flipped(upright, false, true)), "seed " + seed);
      assertTrue(alike > correlation(varied, flipped(upright, true, true)), "seed " + seed);
    }
  }

  @Test
  void neverRubsADigitOut() {
    Ink thin = Strokes.digit(1, new SplittableRandom(2));
    for (int seed = 0; seed < ROUNDS; seed++) {
      float[] varied = normaliser.normalise(augmenter.augment(thin, new SplittableRandom(seed)));
      float peak = 0;
      for (float v : varied) {
        peak = Math.max(peak, v);
      }
      assertEquals(1, peak, 1e-6, "seed " + seed);
    }
  }

  @Test
  void makesStrokesBothThinnerAndThicker() {
    Ink digit = Strokes.letterF();
    double usual = mass(normaliser.normalise(digit));
    double thinnest = Double.MAX_VALUE;
    double thickest = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      double mass =
          mass(normaliser.normalise(augmenter.augment(digit, new SplittableRandom(seed))));
      thinnest = Math.min(thinnest, mass);
      thickest = Math.max(thickest, mass);
    }
    assertTrue(thinnest < 0.8 * usual, thinnest + " of " + usual);
    assertTrue(thickest > 1.25 * usual, thickest + " of " + usual);
  }

  @Test
  void leavesTheOriginalAlone() {
    Ink digit = Strokes.letterF();
    byte[] before = digit.values().clone();
    augmenter.augment(digit, new SplittableRandom(9));
    assertArrayEquals(before, digit.values());
  }

  private static double mass(float[] pixels) {
    double sum = 0;
    for (float v : pixels) {
      sum += v;
    }
    return sum;
  }

  private static double correlation(float[] a, float[] b) {
    double sum = 0;
    double powerA = 0;
    double powerB = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
      powerA += a[i] * a[i];
      powerB += b[i] * b[i];
    }
    return sum / Math.sqrt(powerA * powerB);
  }

  private static float[] flipped(float[] pixels, boolean across, boolean down) {
    int size = DigitNormaliser.SIZE;
    float[] out = new float[pixels.length];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int fromX = across ? size - 1 - x : x;
        int fromY = down ? size - 1 - y : y;
        out[y * size + x] = pixels[fromY * size + fromX];
      }
    }
    return out;
  }
}
