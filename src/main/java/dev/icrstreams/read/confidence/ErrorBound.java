package dev.icrstreams.read.confidence;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Exact bounds for an error rate of which only a sample was seen: Clopper and Pearson, "The use of
 * confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934.
 */
public final class ErrorBound {
  private static final int HALVINGS = 60;

  private ErrorBound() {}

  /**
   * The rate that the true one does not exceed, with that certainty.
   *
   * @param errors how many were wrong
   * @param trials of how many; with none nothing is known, and the bound is 1
   * @param certainty one-sided, such as 0.95
   */
  public static double upper(long errors, long trials, double certainty) {
    check(errors, trials, certainty);
    if (errors == trials) {
      return 1;
    }
    // P(at most `errors` of `trials`) falls as the rate grows
    return root(
        rate -> RegularizedBeta.complement(rate, errors + 1.0, (double) (trials - errors)),
        certainty);
  }

  /** The rate that the true one does not fall short of, with that one-sided certainty. */
  public static double lower(long errors, long trials, double certainty) {
    check(errors, trials, certainty);
    return errors == 0 ? 0 : 1 - upper(trials - errors, trials, certainty);
  }

  /** Where a falling function of the rate reaches one minus the certainty, from above. */
  private static double root(DoubleUnaryOperator falling, double certainty) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (falling.applyAsDouble(middle) > 1 - certainty) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static void check(long errors, long trials, double certainty) {
    if (errors < 0 || errors > trials || !(certainty > 0 && certainty < 1)) {
      throw new IllegalArgumentException(errors + " of " + trials + " at " + certainty);
    }
  }
}
