package dev.icrstreams.monitor;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Kafka Streams' and its clients' own metrics, as they are at each scrape: {@code kafka_GROUP_NAME}
 * with Kafka's tags as labels. What ends in {@code -total} is a counter, every other number a
 * gauge; texts are left out. Threads may share it.
 */
final class KafkaMetrics implements MultiCollector {
  private static final String TOTAL = "-total";

  private final Supplier<Map<MetricName, ? extends Metric>> metrics;

  KafkaMetrics(Supplier<Map<MetricName, ? extends Metric>> metrics) {
    this.metrics = metrics;
  }

  private record Family(String help, boolean counter, Map<Labels, Double> values) {}

  @Override
  public MetricSnapshots collect() {
    Map<String, Family> families = new TreeMap<>();
    metrics
        .get()
        .forEach(
            (name, metric) -> {
              if (metric.metricValue() instanceof Number number) {
                add(families, name, number.doubleValue());
              }
            });
    List<MetricSnapshot> snapshots = new ArrayList<>();
    families.forEach((name, family) -> snapshots.add(snapshot(name, family)));
    return new MetricSnapshots(snapshots);
  }

  private static void add(Map<String, Family> families, MetricName name, double value) {
    boolean counter = name.name().endsWith(TOTAL);
    if (counter && !(value >= 0)) {
      return;
    }
    Family family =
        families.computeIfAbsent(
            prometheusName(name), key -> new Family(name.description(), counter, new HashMap<>()));
    if (family.counter() == counter) {
      family.values().put(labels(name.tags()), value);
    }
  }

  /** Without the {@code _total} of a counter, which the text format adds. */
  private static String prometheusName(MetricName name) {
    String group = without(name.group(), "-metrics");
    return clean("kafka_" + group + "_" + without(name.name(), TOTAL));
  }

  private static Labels labels(Map<String, String> tags) {
    Map<String, String> sorted = new TreeMap<>();
    tags.forEach((key, value) -> sorted.put(clean(key), value == null ? "" : value));
    return Labels.of(
        sorted.keySet().toArray(String[]::new), sorted.values().toArray(String[]::new));
  }

  private static MetricSnapshot snapshot(String name, Family family) {
    String help = family.help().isEmpty() ? name : family.help();
    if (family.counter()) {
      CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
      family
          .values()
          .forEach(
              (labels, value) ->
                  counter.dataPoint(
                      CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
      return counter.build();
    }
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    family
        .values()
        .forEach(
            (labels, value) ->
                gauge.dataPoint(
                    GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
    return gauge.build();
  }

  private static String without(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  private static String clean(String text) {
    return text.replaceAll("[^A-Za-z0-9_]", "_");
  }
}
