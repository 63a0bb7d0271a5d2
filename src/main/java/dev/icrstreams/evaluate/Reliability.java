package dev.icrstreams.evaluate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Confidence against truth: readings in bins of equal width by their confidence (Guo, Pleiss, Sun
 * and Weinberger, "On calibration of modern neural networks", ICML 2017). Only fields in which a
 * number was read count.
 *
 * @param bins from the lowest confidence to the highest
 */
public record Reliability(List<Bin> bins) {
  /** How many bins there are. */
  static final int BINS = 15;

  /**
   * One bin.
   *
   * @param count readings in it
   * @param right how many of them are the number that is written
   * @param confidence their confidences' sum
   */
  public record Bin(int count, int right, double confidence) {}

  /** Copies the list. */
  public Reliability {
    bins = List.copyOf(bins);
  }

  /** The bins of some results. */
  public static Reliability of(List<Result> results) {
    int[] count = new int[BINS];
    int[] right = new int[BINS];
    double[] confidence = new double[BINS];
    for (Result result : results) {
      if (result.isRead()) {
        int bin = bin(result.reading().confidence());
        count[bin]++;
        right[bin] += result.isRight() ? 1 : 0;
        confidence[bin] += result.reading().confidence();
      }
    }
    return new Reliability(
        IntStream.range(0, BINS)
            .mapToObj(bin -> new Bin(count[bin], right[bin], confidence[bin]))
            .toList());
  }

  /** The bin that a confidence falls into. */
  static int bin(double confidence) {
    return (int) Math.min(BINS - 1, confidence * BINS);
  }

  /** How many readings there are in all bins. */
  public int readings() {
    return bins.stream().mapToInt(Bin::count).sum();
  }

  /**
   * The expected calibration error: the mean distance between confidence and the share that is
   * right, over the bins, weighted by their counts; 0 without readings.
   */
  public double expectedCalibrationError() {
    int total = readings();
    double distance =
        bins.stream().mapToDouble(bin -> Math.abs(bin.confidence() - bin.right())).sum();
    return total == 0 ? 0 : distance / total;
  }
}
