package dev.icrstreams.monitor;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The page that lists every metric, made from their declarations; {@code docs/metrics.md} is this
 * text.
 */
public final class MetricsPage {
  private static final String HEAD =
      """
      # Metrics

      Read them at `/metrics` of the service's HTTP port (`icr.http.port`; off unless set), in Prometheus' text format. Made from the declarations in `dev.icrstreams.monitor.Meters` by `./icr config --metrics`; a test keeps this page true. Names are public API: they may be added, never renamed.

      Counters count work done, and what an aborted transaction repeats is counted again: for what was answered exactly once, count the output topics. All label values exist from the start with 0, those of `state`, `topic` and `partition` excepted. A histogram `NAME` has the series `NAME_bucket`, `NAME_count`, `NAME_sum` and, `icr_confidence` excepted, `NAME_max`.

      | metric | type | labels | meaning |
      |---|---|---|---|
      """;

  private static final String TAIL =
      """

      ## Others
      - **The JVM's**, by Micrometer's names: `jvm_memory_*`, `jvm_buffer_*`, `jvm_gc_*`, `jvm_threads_*`, `process_cpu_usage`, `process_uptime_seconds`, `system_cpu_*`.
      - **Kafka's own**: each number that Kafka Streams and its clients report is `kafka_GROUP_NAME`, where GROUP is Kafka's metric group without `-metrics`, `-` becomes `_`, and Kafka's tags are labels. What Kafka calls `…-total` is a counter. So `records-lag` of group `consumer-fetch-manager-metrics` is `kafka_consumer_fetch_manager_records_lag{client_id,topic,partition}`, and `process-rate` of group `stream-thread-metrics` is `kafka_stream_thread_process_rate{thread_id}`. Kafka's documentation tells what they mean; `icr.kafka.metrics.recording.level=DEBUG` adds those of each node and task.
      """;

  private MetricsPage() {}

  /** The whole page, in Markdown. */
  public static String text() {
    return Meters.ALL.stream().map(MetricsPage::row).collect(Collectors.joining("", HEAD, TAIL));
  }

  private static String row(Meter meter) {
    String labels =
        meter.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            meter.prometheusName(),
            meter.kind().name().toLowerCase(Locale.ROOT),
            labels,
            meter.meaning());
  }
}
