package dev.icrstreams.monitor;

import dev.icrstreams.read.confidence.Calibration;
import java.util.List;

/**
 * A band of confidence. Bands do not overlap, so that their shares can be held against those of the
 * numbers that the model was calibrated on (population stability index).
 *
 * @param name what it is called in labels
 * @param from the least confidence in it
 * @param to the next band's least
 */
record Band(String name, double from, double to) {
  static final List<Band> ALL =
      List.of(
          new Band("0.00-0.50", 0, 0.5),
          new Band("0.50-0.80", 0.5, 0.8),
          new Band("0.80-0.90", 0.8, 0.9),
          new Band("0.90-0.95", 0.9, 0.95),
          new Band("0.95-0.98", 0.95, 0.98),
          new Band("0.98-0.99", 0.98, 0.99),
          new Band("0.99-1.00", 0.99, Double.POSITIVE_INFINITY));

  /** The band that holds a confidence, 0 to 1. */
  static Band of(double confidence) {
    return ALL.stream().filter(band -> confidence < band.to).findFirst().orElseThrow();
  }

  /** Its share of the numbers with these risks, 0 to 1; not a number where there are none. */
  double share(List<Calibration.Risk> risks) {
    double all = atOrAbove(risks, 0);
    return all == 0 ? Double.NaN : (atOrAbove(risks, from) - atOrAbove(risks, to)) / all;
  }

  /** Numbers at or above a level: those counted at the lowest level that is no lower. */
  private static double atOrAbove(List<Calibration.Risk> risks, double level) {
    return risks.stream()
        .filter(risk -> risk.confidence() >= level)
        .mapToInt(Calibration.Risk::accepted)
        .max()
        .orElse(0);
  }
}
