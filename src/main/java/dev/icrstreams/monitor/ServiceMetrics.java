package dev.icrstreams.monitor;

import dev.icrstreams.stream.StreamsView;
import dev.icrstreams.stream.StreamsView.StreamThread;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All metrics of one service. Threads may share it. */
final class ServiceMetrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MeterFactory meters = new MeterFactory(registry);
  private final JvmGcMetrics garbage = new JvmGcMetrics();
  private final FieldMetrics fields;
  private final Counter threadDeaths;
  private final Counter threadReplacements;
  private final MultiGauge lag;
  private final MultiGauge threads;

  ServiceMetrics(ReaderFacts facts, String fieldsTopic) {
    fields = new FieldMetrics(meters, facts.modelVersion(), fieldsTopic);
    threadDeaths = meters.counter(Meters.THREAD_DEATHS);
    threadReplacements = meters.counter(Meters.THREAD_REPLACEMENTS);
    lag = meters.gauges(Meters.LAG);
    threads = meters.gauges(Meters.THREADS);
    constant(Meters.INFO, 1, version(), facts.modelVersion());
    constant(Meters.THRESHOLD, facts.threshold());
    for (Band band : Band.ALL) {
      constant(Meters.REFERENCE, band.share(facts.risks()), band.name());
    }
    meters.gauge(Meters.OFF_HEAP, ProcessMemory::unmanaged);
    meters.gauge(Meters.RESIDENT, ProcessMemory::resident);
    garbage.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  FieldMetrics fields() {
    return fields;
  }

  void threadDied() {
    threadDeaths.increment();
  }

  void threadReplaced() {
    threadReplacements.increment();
  }

  /** From now on the instance's own gauges and Kafka's metrics are there. */
  void watch(StreamsView view) {
    meters.gauge(Meters.READY, (Supplier<Number>) () -> view.isRunning() ? 1 : 0);
    registry.getPrometheusRegistry().register(new KafkaMetrics(view::metrics));
  }

  /** Everything in Prometheus' text format; the view's thread states and lag as they are now. */
  synchronized String scrape(StreamsView view) {
    threads.register(
        view.threads().stream()
            .collect(Collectors.groupingBy(StreamThread::state, Collectors.counting()))
            .entrySet()
            .stream()
            .map(
                state ->
                    MultiGauge.Row.of(
                        MeterFactory.tags(Meters.THREADS, state.getKey()), state.getValue()))
            .collect(Collectors.toList()),
        true);
    List<MultiGauge.Row<?>> lags =
        view.lag().stream()
            .<MultiGauge.Row<?>>map(
                input ->
                    MultiGauge.Row.of(
                        MeterFactory.tags(
                            Meters.LAG, input.topic(), Integer.toString(input.partition())),
                        input.lag()))
            .toList();
    lag.register(lags, true);
    return registry.scrape();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }

  private void constant(Meter meter, double value, String... labels) {
    meters.gauge(meter, (Supplier<Number>) () -> value, labels);
  }

  private static String version() {
    String version = ServiceMetrics.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
