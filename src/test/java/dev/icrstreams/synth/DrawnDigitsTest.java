package dev.icrstreams.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Ink;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.HandMix;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {
  private static final long SEED = 12;

  @Test
  void drawsEveryDigitByHandsOfItsOwn() {
    DrawnDigits digits = new DrawnDigits(ShippedDigits.load(), new HandMix(0, 0.5, 0.5));
    for (int value = 0; value <= 9; value++) {
      Ink first = digits.draw(value, new SeededRandom(SEED, value));
      assertEquals(first, digits.draw(value, new SeededRandom(SEED, value)));
      assertNotEquals(first, digits.draw(value, new SeededRandom(SEED, value + 10)));
      int darkest = 0;
      for (byte pixel : first.values()) {
        darkest = Math.max(darkest, pixel & 0xff);
      }
      assertTrue(first.height() >= 10 && darkest > 200, value + ": " + first + ", seed " + SEED);
    }
  }
}
