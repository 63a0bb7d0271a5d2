package dev.icrstreams.read.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ErrorBoundTest {
  @Test
  void knowsTheRuleOfThree() {
    // no error in n trials: 1 - 0.05^(1/n)
    assertEquals(1 - Math.pow(0.05, 1 / 1000.0), ErrorBound.upper(0, 1000, 0.95), 1e-12);
    assertEquals(0.5, ErrorBound.upper(0, 1, 0.5), 1e-12);
  }

  @Test
  void agreesWithTheBinomialTailSummedByHand() {
    for (long trials : new long[] {7, 50, 80}) {
      for (long errors = 0; errors < trials; errors += 3) {
        double bound = ErrorBound.upper(errors, trials, 0.95);
        assertEquals(0.05, atMost(errors, trials, bound), 1e-9, errors + " of " + trials);
      }
    }
  }

  @Test
  void givesThePublishedIntervalForTenOfHundred() {
    // the 95 % interval of 10 in 100 is 4.90 % to 17.62 % in any table of exact limits
    assertEquals(0.0490, ErrorBound.lower(10, 100, 0.975), 5e-5);
    assertEquals(0.1762, ErrorBound.upper(10, 100, 0.975), 5e-5);
  }

  @Test
  void isCertainOfNothingWithoutTrials() {
    assertEquals(1, ErrorBound.upper(0, 0, 0.95));
    assertEquals(0, ErrorBound.lower(0, 0, 0.95));
    assertEquals(1, ErrorBound.upper(5, 5, 0.95));
  }

  @Test
  void staysExactForLargeSamples() {
    double bound = ErrorBound.upper(20, 1_000_000, 0.95);
    assertTrue(bound > 2.8e-5 && bound < 3.0e-5, "" + bound);
  }

  @Test
  void refusesImpossibleCounts() {
    assertThrows(IllegalArgumentException.class, () -> ErrorBound.upper(2, 1, 0.95));
    assertThrows(IllegalArgumentException.class, () -> ErrorBound.upper(-1, 1, 0.95));
    assertThrows(IllegalArgumentException.class, () -> ErrorBound.upper(0, 1, 1));
  }

  private static double atMost(long errors, long trials, double rate) {
    double term = Math.pow(1 - rate, (double) trials);
    double sum = term;
    for (long k = 1; k <= errors; k++) {
      term *= rate / (1 - rate) * (trials - k + 1) / k;
      sum += term;
    }
    return sum;
  }
}
