package dev.icrstreams.monitor;

import dev.icrstreams.field.Answer;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.field.Stage;
import dev.icrstreams.field.StageListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Counts fields and times stages. Threads may share it. */
final class FieldMetrics implements FieldListener, StageListener {
  private final String fieldsTopic;
  private final Counter received;
  private final Map<Route, Counter> answered;
  private final Map<ReviewReason.Code, Counter> reasons;
  private final Map<ErrorCode, Counter> codes;
  private final Counter redriven;
  private final Map<Outcome, Counter> corrections;
  private final Map<ErrorCode, Counter> correctionCodes;
  private final Counter fatalFields;
  private final Counter fatalCorrections;
  private final Map<Band, Counter> bands;
  private final Map<Stage, Timer> stages;
  private final Histogram confidence;
  private final DistributionSummary digits;
  private final DistributionSummary candidates;
  private final Timer latency;

  /** Registers every series, so that all of them exist before the first field. */
  FieldMetrics(MeterFactory meters, String modelVersion, String fieldsTopic) {
    this.fieldsTopic = fieldsTopic;
    received = meters.counter(Meters.RECEIVED);
    answered =
        each(Route.values(), route -> meters.counter(Meters.ANSWERED, label(route), modelVersion));
    reasons = each(ReviewReason.Code.values(), code -> meters.counter(Meters.REASONS, code.name()));
    codes = each(ErrorCode.values(), code -> meters.counter(Meters.REJECTED, code.name()));
    redriven = meters.counter(Meters.REDRIVEN);
    corrections =
        each(Outcome.values(), verdict -> meters.counter(Meters.CORRECTED, label(verdict)));
    correctionCodes =
        each(ErrorCode.values(), code -> meters.counter(Meters.CORRECTIONS_REJECTED, code.name()));
    fatalFields = meters.counter(Meters.FATAL, "fields");
    fatalCorrections = meters.counter(Meters.FATAL, "corrections");
    bands =
        each(Band.ALL.toArray(Band[]::new), band -> meters.counter(Meters.NUMBERS, band.name()));
    stages = each(Stage.values(), stage -> meters.timer(Meters.STAGE, label(stage)));
    confidence = meters.fractions(Meters.CONFIDENCE);
    digits = meters.summary(Meters.DIGITS);
    candidates = meters.summary(Meters.CANDIDATES);
    latency = meters.timer(Meters.LATENCY);
  }

  @Override
  public void received() {
    received.increment();
  }

  @Override
  public void redriven() {
    redriven.increment();
  }

  @Override
  public void corrected(Outcome verdict) {
    corrections.get(verdict).increment();
  }

  @Override
  public void killed(String topic) {
    (topic.equals(fieldsTopic) ? fatalFields : fatalCorrections).increment();
  }

  @Override
  public void segmented(int count) {
    candidates.record(count);
  }

  @Override
  public void took(Stage stage, long nanos) {
    stages.get(stage).record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void answered(Answer answer, Instant recordTime) {
    Reading reading = answer.reading();
    answered.get(answer.decision().route()).increment();
    answer.decision().reasons().forEach(reason -> reasons.get(reason.code()).increment());
    if (reading.outcome() == Outcome.NUMBER) {
      confidence.observe(reading.confidence());
      bands.get(Band.of(reading.confidence())).increment();
      digits.record(reading.digits().size());
    }
    late(recordTime, answer.at());
  }

  @Override
  public void rejected(String topic, ErrorCode code, Instant recordTime) {
    codes.get(code).increment();
    if (topic.equals(fieldsTopic)) {
      answered.get(Route.REJECTED).increment();
      late(recordTime, Instant.now());
    } else {
      correctionCodes.get(code).increment();
    }
  }

  /** Clocks of producers may be ahead of ours. */
  private void late(Instant recordTime, Instant at) {
    Duration took = Duration.between(recordTime, at);
    latency.record(took.isNegative() ? Duration.ZERO : took);
  }

  private static <K, V> Map<K, V> each(K[] keys, Function<K, V> value) {
    Map<K, V> map = new HashMap<>();
    for (K key : keys) {
      map.put(key, value.apply(key));
    }
    return Map.copyOf(map);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
