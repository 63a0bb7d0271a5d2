package dev.icrstreams.evaluate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.icrstreams.evaluate.Bootstrap;
import dev.icrstreams.evaluate.Interval;
import dev.icrstreams.evaluate.Metrics;
import dev.icrstreams.evaluate.Reliability;
import dev.icrstreams.evaluate.RiskCoverage;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.evaluate.errors.Confusion;
import dev.icrstreams.evaluate.errors.ErrorTally;
import java.util.Locale;

/** A report for programs. The names are public API: they may be added, never renamed. */
public final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  /**
   * One JSON object on one line. Its first names are {@code accuracy, fields, accepted,
   * acceptedWrong, falseAccepts, coverageAt1, coverageAt01, ece}, in this order; shares are
   * fractions of 1, {@code accepted} to {@code falseAccepts} are counts; what ends in {@code
   * Interval} is the lower and the upper end at 95 %. Under {@code recipes} the same again for each
   * recipe, without the curves.
   */
  public static String of(Report report) {
    ObjectNode json = figures(report.all());
    curves(json, report.all());
    json.put("labels", report.run().labels());
    json.put("model", report.run().model());
    json.put("maxErrorRate", report.run().maxErrorRate());
    json.put("seed", report.run().seed());
    json.put("resamples", Bootstrap.RESAMPLES);
    times(json.putObject("times"), report.times());
    ObjectNode recipes = json.putObject("recipes");
    report.recipes().forEach((recipe, evaluation) -> recipes.set(recipe, figures(evaluation)));
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode figures(Evaluation evaluation) {
    Metrics metrics = evaluation.metrics();
    Bootstrap intervals = evaluation.intervals();
    ObjectNode json = JSON.createObjectNode();
    json.put("accuracy", metrics.accuracy().value());
    json.put("fields", metrics.fields());
    json.put("accepted", metrics.accepted().count());
    json.put("acceptedWrong", metrics.acceptedWrong().count());
    json.put("falseAccepts", metrics.falseAccepts().count());
    json.put("coverageAt1", metrics.coverageAt1().value());
    json.put("coverageAt01", metrics.coverageAt01().value());
    json.put("ece", metrics.reliability().expectedCalibrationError());
    json.put("numbers", metrics.accuracy().of());
    json.put("right", metrics.accuracy().count());
    json.put("digitAccuracy", metrics.digitAccuracy());
    json.put("blanks", metrics.blanks().count());
    json.put("blankWrong", metrics.blankWrong().count());
    json.put("falseBlanks", metrics.falseBlanks().count());
    json.put("rejected", metrics.rejected().count());
    interval(json, "accuracyInterval", metrics.accuracy());
    interval(json, "acceptedInterval", metrics.accepted());
    interval(json, "acceptedWrongInterval", metrics.acceptedWrong());
    interval(json, "falseAcceptsInterval", metrics.falseAccepts());
    interval(json, "falseBlanksInterval", metrics.falseBlanks());
    interval(json, "blankWrongInterval", metrics.blankWrong());
    interval(json, "rejectedInterval", metrics.rejected());
    interval(json, "coverageAt1Interval", intervals.coverageAt1());
    interval(json, "coverageAt01Interval", intervals.coverageAt01());
    interval(json, "eceInterval", intervals.calibrationError());
    interval(json, "digitAccuracyInterval", intervals.digitAccuracy());
    budgets(json.putArray("budgets"), evaluation);
    errors(json, evaluation.errors());
    return json;
  }

  private static void budgets(ArrayNode array, Evaluation evaluation) {
    for (BudgetOutcome budget : evaluation.budgets()) {
      ObjectNode json = array.addObject();
      json.put("maxErrorRate", budget.maxErrorRate());
      if (Double.isInfinite(budget.threshold())) {
        json.putNull("threshold");
      } else {
        json.put("threshold", budget.threshold());
      }
      json.put("accepted", budget.accepted().count());
      json.put("acceptedShare", budget.accepted().value());
      interval(json, "acceptedInterval", budget.accepted());
      json.put("wrong", budget.wrong().count());
      json.put("errorRate", budget.wrong().value());
      interval(json, "errorRateInterval", budget.wrong());
      json.put("errorRateUpperBound", budget.errorUpperBound());
      json.put("falseAccepts", budget.falseAccepts().count());
      interval(json, "falseAcceptsInterval", budget.falseAccepts());
      json.put("falseBlanks", budget.falseBlanks().count());
      interval(json, "falseBlanksInterval", budget.falseBlanks());
    }
  }

  private static void errors(ObjectNode json, ErrorTally errors) {
    ObjectNode buckets = json.putObject("errorBuckets");
    errors
        .buckets()
        .forEach(
            (bucket, share) -> {
              ObjectNode one = buckets.putObject(bucket.name().toLowerCase(Locale.ROOT));
              one.put("fields", share.count());
              interval(one, "interval", share);
            });
    ObjectNode reasons = json.putObject("reviewReasons");
    errors
        .reasons()
        .forEach(
            (reason, share) -> {
              ObjectNode one = reasons.putObject(reason.name());
              one.put("fields", share.count());
              interval(one, "interval", share);
            });
  }

  private static void curves(ObjectNode json, Evaluation evaluation) {
    ArrayNode curve = json.putArray("riskCoverage");
    for (RiskCoverage.Point point : evaluation.metrics().curve().points()) {
      curve.addArray().add(point.confidence()).add(point.accepted()).add(point.wrong());
    }
    ArrayNode bins = json.putArray("reliability");
    for (Reliability.Bin bin : evaluation.metrics().reliability().bins()) {
      ObjectNode one = bins.addObject();
      one.put("readings", bin.count());
      one.put("right", bin.right());
      one.put("meanConfidence", bin.count() == 0 ? 0 : bin.confidence() / bin.count());
      interval(one, "rightInterval", new Share(bin.right(), bin.count()));
    }
    ArrayNode confusion = json.putArray("confusion");
    for (int written = 0; written < Confusion.SIZE; written++) {
      ArrayNode row = confusion.addArray();
      for (int read = 0; read < Confusion.SIZE; read++) {
        row.add(evaluation.errors().confusion().count(written, read));
      }
    }
  }

  private static void times(ObjectNode json, StageTimes.Summary times) {
    json.put("fields", times.fields());
    json.put("medianMillis", times.medianMillis());
    json.put("fieldsPerSecond", times.fieldsPerSecond());
    ObjectNode stages = json.putObject("stages");
    times
        .stages()
        .forEach(
            (stage, time) ->
                stages
                    .putObject(stage.name().toLowerCase(Locale.ROOT))
                    .put("medianMillis", time.medianMillis())
                    .put("share", time.share()));
  }

  private static void interval(ObjectNode json, String name, Share share) {
    interval(json, name, Interval.of(share));
  }

  private static void interval(ObjectNode json, String name, Interval interval) {
    json.putArray(name).add(interval.low()).add(interval.high());
  }
}
