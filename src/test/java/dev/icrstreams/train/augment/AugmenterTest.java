package dev.icrstreams.train.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.declare.Augmentation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AugmenterTest {
  private static final int ROUNDS = 400;
  private final Augmenter augmenter = new Augmenter(Augmentation.OWN);
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
  void everyKindByItselfChangesADigitAndNoneLeavesIt() {
    Ink digit = Strokes.letterF();
    assertEquals(digit, augmented(digit, Augmentation.NONE));
    Ink still = augmented(digit, only(-1, 0));
    for (int kind = 1; kind <= 12; kind++) {
      Augmenter varied = new Augmenter(only(kind, kind == 1 ? 12 : 0.5));
      int changed = 0;
      for (int seed = 0; seed < 40; seed++) {
        changed += still.equals(varied.augment(digit, new SplittableRandom(seed))) ? 0 : 1;
      }
      assertTrue(changed > 5, "kind " + kind + " changes " + changed + " of 40");
    }
  }

  @Test
  void aCutTakesInkAwayAndAMergeBringsSome() {
    Ink digit = Strokes.letterF();
    double whole = sum(augmented(digit, only(-1, 0)));
    for (int seed = 0; seed < 50; seed++) {
      double cut = sum(new Augmenter(only(11, 1)).augment(digit, new SplittableRandom(seed)));
      double merged = sum(new Augmenter(only(12, 1)).augment(digit, new SplittableRandom(seed)));
      assertTrue(cut < whole && cut > 0.5 * whole, cut + " of " + whole + ", seed " + seed);
      assertTrue(merged > whole && merged < 2 * whole, merged + " of " + whole + ", seed " + seed);
    }
  }

  /** Strengths of nothing but one kind, in the order of the record, 0 being the share untouched. */
  private static Augmentation only(int kind, double strength) {
    double[] s = new double[13];
    if (kind > 0) {
      s[kind] = strength;
    }
    return new Augmentation(
        s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8], s[9], s[10], s[11], s[12]);
  }

  private static Ink augmented(Ink digit, Augmentation strengths) {
    return new Augmenter(strengths).augment(digit, new SplittableRandom(11));
  }

  private static double sum(Ink ink) {
    double sum = 0;
    for (byte value : ink.values()) {
      sum += value & 0xff;
    }
    return sum;
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
