package dev.icrstreams.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.synth.raster.SeededRandom;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static final long SEED = 20261121;
  private static final int COUNT = 20_000;

  @Test
  void amountsBeginWithSmallDigitsAsOftenAsBenfordFound() {
    int[] first = new int[10];
    SeededRandom random = new SeededRandom(SEED, 0);
    for (int i = 0; i < COUNT; i++) {
      first[Numbers.AMOUNT.draw(random).charAt(0) - '0']++;
    }
    assertEquals(0, first[0], "amounts that begin with a zero, seed " + SEED);
    for (int digit = 1; digit <= 9; digit++) {
      double expected = Math.log10(1 + 1.0 / digit);
      // five standard deviations
      double tolerance = 5 * Math.sqrt(expected * (1 - expected) / COUNT);
      assertEquals(
          expected, first[digit] / (double) COUNT, tolerance, digit + " in front, seed " + SEED);
    }
  }
}
