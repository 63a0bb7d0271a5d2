package dev.icrstreams.train.report;

import dev.icrstreams.train.run.Test;
import dev.icrstreams.train.run.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several runs' figures as tables, a row a run. */
final class ComparisonTables {
  private ComparisonTables() {}

  /** What the tests said; below a run what was published of its like. */
  static List<List<String>> tests(List<TrainingRun> runs, List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "",
            "accuracy",
            "95 % interval",
            "precision",
            "recall",
            "F1",
            "loss",
            "calibration error",
            "beside published"));
    for (int i = 0; i < runs.size(); i++) {
      Test test = runs.get(i).test();
      if (test != null) {
        Optional<Published> published = Published.of(runs.get(i).network());
        rows.add(tested(names.get(i), test, published));
        published.ifPresent(each -> rows.add(published(each)));
      }
    }
    return rows;
  }

  private static List<String> tested(String name, Test test, Optional<Published> published) {
    Scores scores = Scores.of(test);
    return List.of(
        name,
        Words.percent(scores.accuracy().value()),
        Words.interval(scores.accuracy()),
        Words.percent(scores.precision()),
        Words.percent(scores.recall()),
        Words.percent(scores.f1()),
        Words.loss(test.loss()),
        test.reliability().isEmpty()
            ? Words.NONE
            : Words.percent(Scores.reliability(test).expectedCalibrationError()),
        published.map(each -> each.beside(scores.accuracy())).orElse(""));
  }

  private static List<String> published(Published published) {
    return List.of(
        "· " + published.what(),
        Words.percentOrNone(published.accuracy()),
        Words.NONE,
        Words.percentOrNone(published.precision()),
        Words.percentOrNone(published.recall()),
        Words.percentOrNone(published.f1()),
        Words.loss(published.loss()),
        Words.NONE,
        "");
  }

  /** What models and trainings cost. */
  static List<List<String>> costs(List<TrainingRun> runs, List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "",
            "parameters",
            "MFLOP",
            "digits/s",
            "images",
            "validation accuracy",
            "epochs (kept)",
            "training time",
            "images/s"));
    for (int i = 0; i < runs.size(); i++) {
      TrainingRun run = runs.get(i);
      rows.add(
          List.of(
              names.get(i),
              Words.whole(run.parameters()),
              Words.megaflop(run.megaflop()),
              run.test() == null ? Words.NONE : Words.whole(run.test().digitsPerSecond()),
              Words.whole(run.images()),
              validation(run),
              RunCharts.hasCurves(run)
                  ? run.epochs().size() + " (" + run.chosenEpoch() + ")"
                  : Words.NONE,
              Words.duration(run.seconds()),
              Words.whole(run.imagesPerSecond())));
    }
    return rows;
  }

  private static String validation(TrainingRun run) {
    return Facts.kept(run)
        .map(epoch -> Words.percent(epoch.validationAccuracy()))
        .orElse(Words.NONE);
  }

  /** F1 class by class, a column a run. */
  static List<List<String>> classes(List<TrainingRun> runs, List<String> names) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).test() != null) {
        Scores scores = Scores.of(runs.get(i).test());
        columns.add(
            Stream.concat(
                    Stream.of(names.get(i)),
                    scores.classes().stream().map(each -> Words.percent(each.f1())))
                .toList());
      }
    }
    int longest = columns.stream().mapToInt(List::size).max().orElse(0);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      List<String> row = new ArrayList<>(List.of(i == 0 ? "F1 of class" : Scores.name(i - 1)));
      for (List<String> column : columns) {
        row.add(i < column.size() ? column.get(i) : Words.NONE);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Where each comes from: model, command and data. */
  static List<List<String>> origins(List<TrainingRun> runs, List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "model", "seed", "command", "data, SHA-256"));
    for (int i = 0; i < runs.size(); i++) {
      TrainingRun run = runs.get(i);
      rows.add(
          List.of(
              names.get(i),
              run.version(),
              Long.toString(run.seed()),
              run.command(),
              run.data().entrySet().stream()
                  .map(
                      each ->
                          each.getKey()
                              + " "
                              + each.getValue()
                                  .substring(0, Math.min(12, each.getValue().length())))
                  .collect(Collectors.joining(", "))));
    }
    return rows;
  }
}
