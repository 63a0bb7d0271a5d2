package dev.icrstreams.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes Micrometer's meters from our declarations; label values in the declaration's order. */
final class MeterFactory {
  private final PrometheusMeterRegistry registry;

  MeterFactory(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  Counter counter(Meter meter, String... values) {
    return Counter.builder(meter.name())
        .description(meter.meaning())
        .tags(tags(meter, values))
        .register(registry);
  }

  Gauge gauge(Meter meter, Supplier<Number> value, String... values) {
    return Gauge.builder(meter.name(), value)
        .description(meter.meaning())
        .baseUnit(meter.unit().isEmpty() ? null : meter.unit())
        .tags(tags(meter, values))
        .strongReference(true)
        .register(registry);
  }

  /** A gauge whose label values come and go. */
  MultiGauge gauges(Meter meter) {
    return MultiGauge.builder(meter.name()).description(meter.meaning()).register(registry);
  }

  DistributionSummary summary(Meter meter, String... values) {
    return DistributionSummary.builder(meter.name())
        .description(meter.meaning())
        .serviceLevelObjectives(meter.boundaries())
        .tags(tags(meter, values))
        .register(registry);
  }

  /** For fractions: a summary's buckets count whole numbers, and 0.3 as 1. */
  Histogram fractions(Meter meter) {
    return Histogram.builder()
        .name(meter.prometheusName())
        .help(meter.meaning())
        .classicOnly()
        // a sample of traces, of which there are none; it wants a library for them
        .withoutExemplars()
        .classicUpperBounds(meter.boundaries())
        .register(registry.getPrometheusRegistry());
  }

  Timer timer(Meter meter, String... values) {
    return Timer.builder(meter.name())
        .description(meter.meaning())
        .serviceLevelObjectives(
            meter.bounds().stream()
                .map(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
                .toArray(Duration[]::new))
        .tags(tags(meter, values))
        .register(registry);
  }

  static Tags tags(Meter meter, String... values) {
    if (values.length != meter.labels().size()) {
      throw new IllegalArgumentException(meter.name() + " has the labels " + meter.labels());
    }
    Tags tags = Tags.empty();
    for (int i = 0; i < values.length; i++) {
      tags = tags.and(meter.labels().get(i), values[i]);
    }
    return tags;
  }
}
