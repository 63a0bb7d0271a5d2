package dev.icrstreams.evaluate.report;

import dev.icrstreams.evaluate.Bootstrap;
import dev.icrstreams.evaluate.Interval;
import dev.icrstreams.evaluate.Metrics;
import dev.icrstreams.evaluate.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as tables of texts, for the terminal and for the page alike. */
public final class Rows {
  private Rows() {}

  /** Name, value and interval of every figure. */
  public static List<List<String>> figures(Evaluation evaluation) {
    Metrics metrics = evaluation.metrics();
    Bootstrap intervals = evaluation.intervals();
    return List.of(
        List.of("fields", Integer.toString(metrics.fields()), ""),
        row("number read exactly", metrics.accuracy()),
        row("digits right", metrics.digitAccuracy(), intervals.digitAccuracy()),
        row("accepted", metrics.accepted()),
        row("wrong among accepted", metrics.acceptedWrong()),
        row("false accepts", metrics.falseAccepts()),
        row("out as blank", metrics.blanks()),
        row("wrong among blank", metrics.blankWrong()),
        row("false blanks", metrics.falseBlanks()),
        row("rejected", metrics.rejected()),
        row("coverage at 1 % error", metrics.coverageAt1().value(), intervals.coverageAt1()),
        row("coverage at 0.1 % error", metrics.coverageAt01().value(), intervals.coverageAt01()),
        row(
            "expected calibration error",
            metrics.reliability().expectedCalibrationError(),
            intervals.calibrationError()));
  }

  /** A header, then how well every recipe, and all together, is read. */
  public static List<List<String>> recipes(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "recipe", "fields", "exact", "95 %", "digits", "cov. 1 %", "cov. 0.1 %", "cal. error"));
    everyRecipe(report).forEach((name, evaluation) -> rows.add(recipe(name, evaluation)));
    return rows;
  }

  /** A header, then what every budget lets through of every recipe, and of all together. */
  public static List<List<String>> budgets(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "budget",
            "recipe",
            "accepted",
            "95 %",
            "wrong",
            "at most",
            "false accepts",
            "false blanks"));
    for (int i = 0; i < report.all().budgets().size(); i++) {
      int index = i;
      everyRecipe(report)
          .forEach((name, evaluation) -> rows.add(budget(name, evaluation.budgets().get(index))));
    }
    return rows;
  }

  private static Map<String, Evaluation> everyRecipe(Report report) {
    Map<String, Evaluation> rows = new LinkedHashMap<>(report.recipes());
    rows.put("all", report.all());
    return rows;
  }

  private static List<String> recipe(String name, Evaluation evaluation) {
    Metrics metrics = evaluation.metrics();
    boolean numbers = metrics.accuracy().of() > 0;
    return List.of(
        name,
        Integer.toString(metrics.fields()),
        numbers ? percent(metrics.accuracy().value()) : "-",
        numbers ? interval(Interval.of(metrics.accuracy())) : "-",
        numbers ? percent(metrics.digitAccuracy()) : "-",
        percent(metrics.coverageAt1().value()),
        percent(metrics.coverageAt01().value()),
        metrics.reliability().readings() == 0
            ? "-"
            : percent(metrics.reliability().expectedCalibrationError()));
  }

  private static List<String> budget(String recipe, BudgetOutcome budget) {
    return List.of(
        Double.toString(budget.maxErrorRate()),
        recipe,
        percent(budget.accepted().value()),
        interval(Interval.of(budget.accepted())),
        counts(budget.wrong()),
        budget.wrong().of() == 0 ? "-" : percent(budget.errorUpperBound()),
        counts(budget.falseAccepts()),
        counts(budget.falseBlanks()));
  }

  /** A header, then how many fields are in each bucket of errors. */
  public static List<List<String>> buckets(Evaluation evaluation) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("error", "fields", "95 %", "meaning"));
    evaluation
        .errors()
        .buckets()
        .forEach(
            (bucket, share) ->
                rows.add(
                    List.of(
                        bucket.name().toLowerCase(Locale.ROOT),
                        Long.toString(share.count()),
                        interval(Interval.of(share)),
                        bucket.meaning())));
    return rows;
  }

  /** A header, then every reason that fields are under review for. */
  public static List<List<String>> reasons(Evaluation evaluation) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("review reason", "fields", "of those under review"));
    evaluation
        .errors()
        .reasons()
        .forEach(
            (reason, share) ->
                rows.add(
                    List.of(reason.name(), Long.toString(share.count()), percent(share.value()))));
    return rows;
  }

  /** A header, then every stage's times. */
  public static List<List<String>> times(StageTimes.Summary times) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("stage", "median ms", "share of time"));
    times
        .stages()
        .forEach(
            (stage, time) ->
                rows.add(
                    List.of(
                        stage.name().toLowerCase(Locale.ROOT),
                        String.format(Locale.ROOT, "%.2f", time.medianMillis()),
                        percent(time.share()))));
    rows.add(List.of("all", String.format(Locale.ROOT, "%.2f", times.medianMillis()), ""));
    return rows;
  }

  /** How fast it was, as a sentence. */
  public static String speed(StageTimes.Summary times) {
    return String.format(
        Locale.ROOT,
        "%.1f fields/s on one thread, %d fields timed",
        times.fieldsPerSecond(),
        times.fields());
  }

  private static List<String> row(String name, Share share) {
    return share.of() == 0
        ? List.of(name, "-", "there is none")
        : List.of(
            name,
            percent(share.value()),
            counts(share) + "; 95 %: " + interval(Interval.of(share)));
  }

  private static List<String> row(String name, double value, Interval interval) {
    return List.of(name, percent(value), "95 %: " + interval(interval));
  }

  private static String counts(Share share) {
    return share.count() + " of " + share.of();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  private static String interval(Interval interval) {
    return String.format(Locale.ROOT, "%.2f to %.2f", 100 * interval.low(), 100 * interval.high());
  }
}
