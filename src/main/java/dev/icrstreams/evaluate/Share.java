package dev.icrstreams.evaluate;

import dev.icrstreams.read.confidence.ErrorBound;

/**
 * A share of a sample, with the 95 % interval (Clopper-Pearson) of the share in the population.
 *
 * @param count how many
 * @param of of how many
 */
public record Share(long count, long of) {
  /** What leaves 2.5 % on either side. */
  private static final double CERTAINTY = 0.975;

  /** The share; 0 of nothing. */
  public double value() {
    return of == 0 ? 0 : (double) count / of;
  }

  /** The interval's lower end. */
  public double low() {
    return ErrorBound.lower(count, of, CERTAINTY);
  }

  /** The interval's upper end. */
  public double high() {
    return ErrorBound.upper(count, of, CERTAINTY);
  }
}
