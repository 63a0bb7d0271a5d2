package dev.icrstreams.monitor;

import java.util.List;

/**
 * One metric, declared once.
 *
 * @param name as Micrometer has it: words with dots between them
 * @param kind what it is
 * @param unit its unit, in the plural; empty for a plain count
 * @param labels what it is told apart by
 * @param bounds the upper bounds of a histogram's buckets
 * @param meaning what it tells, in a sentence
 */
record Meter(
    String name, Kind kind, String unit, List<String> labels, List<Double> bounds, String meaning) {
  /** What a metric can be. */
  enum Kind {
    COUNTER,
    GAUGE,
    HISTOGRAM
  }

  /** The name in Prometheus; a histogram's series have {@code _bucket} and so on after it. */
  String prometheusName() {
    String base = name.replace('.', '_');
    String full = unit.isEmpty() || base.endsWith("_" + unit) ? base : base + "_" + unit;
    return kind == Kind.COUNTER ? full + "_total" : full;
  }

  double[] boundaries() {
    return bounds.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
