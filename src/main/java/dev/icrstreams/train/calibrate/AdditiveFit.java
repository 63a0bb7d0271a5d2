package dev.icrstreams.train.calibrate;

import dev.icrstreams.read.confidence.Calibration.Bend;
import dev.icrstreams.read.confidence.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits what each piece of evidence adds to a number's score, as a line that bends at quantiles of
 * what was seen: an additive logistic model (T. Hastie and R. Tibshirani, "Generalized additive
 * models", 1986). Deterministic.
 */
final class AdditiveFit {
  /** Bends of a piece of evidence at most, at evenly spaced quantiles. */
  private static final int BENDS = 5;

  /**
   * Lines that bend.
   *
   * @param weights one for each piece of evidence, the first the intercept
   * @param bends by evidence and place
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Lines(double[] weights, List<Bend> bends) {}

  private AdditiveFit() {}

  /**
   * The lines under which the labels are likeliest.
   *
   * @param evidence {@code [n][d]}, at least one; the first of each is 1
   * @param right {@code [n]}
   * @throws IllegalArgumentException if a piece of evidence is not a number; the message names it
   */
  static Lines fit(List<double[]> evidence, List<Boolean> right) {
    int d = evidence.get(0).length;
    List<Bend> places = places(evidence, d);
    double[] fitted =
        LogisticFit.fit(evidence.stream().map(each -> bent(each, places)).toList(), right);
    List<Bend> bends = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      bends.add(new Bend(places.get(i).evidence(), places.get(i).at(), fitted[d + i]));
    }
    return new Lines(Arrays.copyOf(fitted, d), bends);
  }

  /** Where lines may bend: at distinct values between the least and the most that was seen. */
  private static List<Bend> places(List<double[]> evidence, int d) {
    List<Bend> places = new ArrayList<>();
    for (int k = 1; k < d; k++) {
      int column = k;
      double[] values = evidence.stream().mapToDouble(each -> each[column]).sorted().toArray();
      if (Double.isNaN(values[values.length - 1])) {
        throw new IllegalArgumentException(
            "evidence that is not a number: " + Evidence.NAMES.get(k));
      }
      double last = values[0];
      for (int i = 1; i <= BENDS; i++) {
        double at = values[(int) ((long) i * (values.length - 1) / (BENDS + 1))];
        if (at > last && at < values[values.length - 1]) {
          places.add(new Bend(k, at, 0));
          last = at;
        }
      }
    }
    return places;
  }

  /** The evidence itself, then how far it is beyond each place. */
  private static double[] bent(double[] evidence, List<Bend> places) {
    double[] bent = Arrays.copyOf(evidence, evidence.length + places.size());
    for (int i = 0; i < places.size(); i++) {
      Bend place = places.get(i);
      bent[evidence.length + i] = Math.max(0, evidence[place.evidence()] - place.at());
    }
    return bent;
  }
}
