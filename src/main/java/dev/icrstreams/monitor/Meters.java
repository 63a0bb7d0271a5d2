package dev.icrstreams.monitor;

import dev.icrstreams.monitor.Meter.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All metrics of our own. Their names are public API. */
final class Meters {
  private static final List<Meter> DECLARED = new ArrayList<>();
  private static final List<Double> TIMES =
      List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  static final Meter RECEIVED =
      counter("icr.fields.received", List.of(), "Input records taken up.");
  static final Meter ANSWERED =
      counter(
          "icr.fields.answered",
          List.of("outcome", "model"),
          "Input records answered, by outcome (accepted, blank, review, rejected) and the model's"
              + " version. Accepted and blank are straight through.");
  static final Meter REASONS =
      counter(
          "icr.review.reasons",
          List.of("reason"),
          "Reasons for which fields went to review; a field may have several.");
  static final Meter REJECTED =
      counter(
          "icr.fields.rejected",
          List.of("code"),
          "Dead letters, by error code; malformed corrections among them.");
  static final Meter REDRIVEN =
      counter(
          "icr.records.redriven",
          List.of(),
          "Input records taken up, fields or corrections, that icr redrive had sent back.");
  static final Meter CORRECTED =
      counter(
          "icr.corrections.answered",
          List.of("verdict"),
          "Corrections that became the field's answer, by verdict (number, blank, unreadable).");
  static final Meter CORRECTIONS_REJECTED =
      counter(
          "icr.corrections.rejected",
          List.of("code"),
          "Corrections that became dead letters, by error code: a person's answer that no consumer"
              + " gets.");
  static final Meter FATAL =
      counter(
          "icr.records.fatal",
          List.of("input"),
          "Times that a stream thread died with a record in hand, by input (fields, corrections);"
              + " the second death on one record makes it POISON when it comes again.");
  static final Meter NUMBERS =
      counter(
          "icr.numbers.read",
          List.of("band"),
          "Fields in which a number was read, by band of its confidence, whatever became of it.");
  static final Meter CONFIDENCE =
      histogram(
          "icr.confidence",
          "",
          List.of(),
          List.of(0.25, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0),
          "Confidence of the numbers read.");
  static final Meter DIGITS =
      histogram(
          "icr.digits",
          "",
          List.of(),
          List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 16.0, 24.0),
          "Digits in the numbers read.");
  static final Meter CANDIDATES =
      histogram(
          "icr.batch.candidates",
          "",
          List.of(),
          List.of(1.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0),
          "Digit candidates of a field: the batch that goes through the digit network at once.");
  static final Meter STAGE =
      histogram(
          "icr.stage",
          "seconds",
          List.of("stage"),
          TIMES,
          "Time of each stage (decode, clean, segment, classify, search) for a field.");
  static final Meter LATENCY =
      histogram(
          "icr.latency",
          "seconds",
          List.of(),
          List.of(
              0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 3600.0),
          "From the input record's timestamp to its answer; the commit that shows the answer"
              + " follows within Kafka Streams' commit interval.");
  static final Meter LAG =
      gauge(
          "icr.lag.records",
          "",
          List.of("topic", "partition"),
          "Input records, fields or corrections, of this instance's partitions that are not"
              + " committed yet.");
  static final Meter THREADS =
      gauge("icr.stream.threads", "", List.of("state"), "Stream threads, by state.");
  static final Meter THREAD_DEATHS =
      counter("icr.stream.thread.deaths", List.of(), "Stream threads that died, replaced or not.");
  static final Meter THREAD_REPLACEMENTS =
      counter(
          "icr.stream.thread.replacements",
          List.of(),
          "Stream threads that died and were replaced; after a death without one the instance"
              + " stops.");
  static final Meter READY =
      gauge("icr.ready", "", List.of(), "1 where the instance consumes, else 0.");
  static final Meter INFO =
      gauge(
          "icr.service",
          "",
          List.of("version", "model"),
          "Always 1; its labels tell the version of the service and of the model.");
  static final Meter THRESHOLD =
      gauge(
          "icr.accept.threshold",
          "",
          List.of(),
          "The confidence from which on numbers are accepted; +Inf where none are.");
  static final Meter REFERENCE =
      gauge(
          "icr.confidence.reference.ratio",
          "",
          List.of("band"),
          "Share of the numbers that the model was calibrated on, by band of confidence.");
  static final Meter OFF_HEAP =
      gauge(
          "icr.native.memory",
          "bytes",
          List.of(),
          "Physical memory beside the JVM's own: networks, native libraries, threads' stacks (Linux"
              + " only).");
  static final Meter RESIDENT =
      gauge(
          "process.resident.memory",
          "bytes",
          List.of(),
          "Physical memory of the process (Linux only).");

  /** All of them in the order of their declaration. */
  static final List<Meter> ALL = Collections.unmodifiableList(DECLARED);

  private Meters() {}

  private static Meter counter(String name, List<String> labels, String meaning) {
    return declare(new Meter(name, Kind.COUNTER, "", labels, List.of(), meaning));
  }

  private static Meter gauge(String name, String unit, List<String> labels, String meaning) {
    return declare(new Meter(name, Kind.GAUGE, unit, labels, List.of(), meaning));
  }

  private static Meter histogram(
      String name, String unit, List<String> labels, List<Double> bounds, String meaning) {
    return declare(new Meter(name, Kind.HISTOGRAM, unit, labels, bounds, meaning));
  }

  private static Meter declare(Meter meter) {
    DECLARED.add(meter);
    return meter;
  }
}
