package dev.icrstreams.evaluate;

import java.util.Comparator;
import java.util.List;

/**
 * The figures of results of which each counts several times or not at all. Ranks them once, so that
 * a thousand weightings cost little. Not thread-safe.
 */
final class WeightedFigures {
  private final double[] confidence;
  private final boolean[] acceptable;
  private final boolean[] right;
  private final int[] bin;
  private final int[] edits;
  private final int[] digits;

  /** What the intervals are about; shares of 1. */
  record Figures(
      double coverageAt1, double coverageAt01, double calibrationError, double digitAccuracy) {}

  WeightedFigures(List<Result> results) {
    List<Result> ranked =
        results.stream()
            .sorted(Comparator.comparingDouble((Result r) -> -r.reading().confidence()))
            .toList();
    int n = ranked.size();
    confidence = new double[n];
    acceptable = new boolean[n];
    right = new boolean[n];
    bin = new int[n];
    edits = new int[n];
    digits = new int[n];
    for (int i = 0; i < n; i++) {
      Result result = ranked.get(i);
      confidence[i] = result.reading().confidence();
      acceptable[i] = result.isAcceptable();
      right[i] = result.isRight();
      bin[i] = result.isRead() ? Reliability.bin(confidence[i]) : -1;
      digits[i] = result.label().length();
      edits[i] = result.hasNumber() ? result.edits() : 0;
    }
  }

  /** The figures when the fields, by falling confidence, count so many times. */
  Figures weighted(int[] weights) {
    return new Figures(
        coverageAt(0.01, weights),
        coverageAt(0.001, weights),
        calibrationError(weights),
        digitAccuracy(weights));
  }

  private double coverageAt(double risk, int[] weights) {
    int fields = 0;
    int accepted = 0;
    int wrong = 0;
    int covered = 0;
    for (int i = 0; i < weights.length; i++) {
      fields += weights[i];
      if (acceptable[i]) {
        accepted += weights[i];
        wrong += right[i] ? 0 : weights[i];
      }
      // a threshold cannot part equal confidences
      boolean level = i + 1 == weights.length || confidence[i + 1] < confidence[i];
      if (level && accepted > 0 && (double) wrong / accepted <= risk) {
        covered = accepted;
      }
    }
    return (double) covered / fields;
  }

  private double calibrationError(int[] weights) {
    double[] excess = new double[Reliability.BINS];
    int read = 0;
    for (int i = 0; i < weights.length; i++) {
      if (bin[i] >= 0) {
        read += weights[i];
        excess[bin[i]] += weights[i] * (confidence[i] - (right[i] ? 1 : 0));
      }
    }
    double sum = 0;
    for (double distance : excess) {
      sum += Math.abs(distance);
    }
    return read == 0 ? 0 : sum / read;
  }

  private double digitAccuracy(int[] weights) {
    long written = 0;
    long wrong = 0;
    for (int i = 0; i < weights.length; i++) {
      written += (long) weights[i] * digits[i];
      wrong += (long) weights[i] * edits[i];
    }
    return written == 0 ? 0 : 1 - (double) Math.min(wrong, written) / written;
  }
}
