package dev.icrstreams.guarantee;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long the answers stayed away after each fault, in seconds. */
final class Recoveries {
  private final List<Double> seconds = new ArrayList<>();

  void add(double recovery) {
    seconds.add(recovery);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d faults; recovery p50 %.1f s, p95 %.1f s, longest %.1f s",
        seconds.size(),
        quantile(0.5),
        quantile(0.95),
        quantile(1));
  }

  /** The nearest rank. */
  private double quantile(double q) {
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return sorted.get(Math.max(0, (int) Math.ceil(q * sorted.size()) - 1));
  }
}
