package dev.icrstreams.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Intervals of figures that are no plain shares, by drawing as many fields again with replacement:
 * the percentile bootstrap of Efron and Tibshirani, "An introduction to the bootstrap", 1993. It
 * draws whole fields, since the errors of one field's digits come together. The same seed gives the
 * same intervals.
 *
 * @param seed of the draws
 * @param coverageAt1 coverage at a field error of 1 %
 * @param coverageAt01 coverage at a field error of 0.1 %
 * @param calibrationError the expected calibration error; drawing again adds noise to every bin and
 *     so lifts it, by an amount that the draws show and that is taken off
 * @param digitAccuracy the share of digits read right
 */
public record Bootstrap(
    long seed,
    Interval coverageAt1,
    Interval coverageAt01,
    Interval calibrationError,
    Interval digitAccuracy) {
  /** How many times fields are drawn. */
  public static final int RESAMPLES = 1000;

  private static final double TAIL = 0.025;

  /** Draws from some results, at least one. */
  public static Bootstrap of(List<Result> results, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    WeightedFigures fields = new WeightedFigures(results);
    int[] weights = new int[results.size()];
    WeightedFigures.Figures[] drawn = new WeightedFigures.Figures[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.fill(weights, 0);
      for (int j = 0; j < weights.length; j++) {
        weights[random.nextInt(weights.length)]++;
      }
      drawn[i] = fields.weighted(weights);
    }
    double calibrationError = Reliability.of(results).expectedCalibrationError();
    double mean =
        Arrays.stream(drawn)
            .mapToDouble(WeightedFigures.Figures::calibrationError)
            .average()
            .orElse(0);
    return new Bootstrap(
        seed,
        interval(drawn, WeightedFigures.Figures::coverageAt1, 0),
        interval(drawn, WeightedFigures.Figures::coverageAt01, 0),
        interval(drawn, WeightedFigures.Figures::calibrationError, mean - calibrationError),
        interval(drawn, WeightedFigures.Figures::digitAccuracy, 0));
  }

  private static Interval interval(
      WeightedFigures.Figures[] drawn,
      ToDoubleFunction<WeightedFigures.Figures> figure,
      double bias) {
    double[] sorted = Arrays.stream(drawn).mapToDouble(figure).sorted().toArray();
    int left = (int) (TAIL * sorted.length);
    return new Interval(
        within(sorted[left] - bias), within(sorted[sorted.length - 1 - left] - bias));
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }
}
