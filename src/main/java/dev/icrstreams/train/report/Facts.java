package dev.icrstreams.train.report;

import dev.icrstreams.train.run.Test;
import dev.icrstreams.train.run.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run's figures as rows of tables. */
final class Facts {
  private Facts() {}

  /** What the test said, beside what was published, if anything was. */
  static List<List<String>> test(TrainingRun run) {
    Test test = run.test();
    Scores scores = Scores.of(test);
    Optional<Published> published = Published.of(run.network());
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("", "measured", published.map(Published::what).orElse("")));
    rows.add(
        row(
            "accuracy",
            Words.percent(scores.accuracy().value()),
            published.map(p -> Words.percent(p.accuracy())).orElse("")));
    rows.add(row("its 95 % interval", Words.interval(scores.accuracy()), ""));
    published.ifPresent(
        each -> rows.add(row("beside the published", each.beside(scores.accuracy()), "")));
    rows.add(row("precision, macro", scores.precision(), published.map(Published::precision)));
    rows.add(row("recall, macro", scores.recall(), published.map(Published::recall)));
    rows.add(row("F1, macro", scores.f1(), published.map(Published::f1)));
    if (test.loss() != null) {
      rows.add(
          row(
              "loss",
              Words.loss(test.loss()),
              published.map(Published::loss).map(Words::loss).orElse("")));
    }
    if (!test.reliability().isEmpty()) {
      double error = Scores.reliability(test).expectedCalibrationError();
      rows.add(row("calibration error", Words.percent(error), ""));
    }
    rows.add(
        row(
            "wrong",
            Words.whole(test.images() - test.right()) + " of " + Words.whole(test.images()),
            ""));
    if (published.isEmpty()) {
      rows.replaceAll(row -> row.subList(0, 2));
    }
    return rows;
  }

  /** What the model and its training cost. */
  static List<List<String>> cost(TrainingRun run) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "cost"));
    rows.add(List.of("parameters", Words.whole(run.parameters())));
    if (run.megaflop() != null) {
      rows.add(List.of("MFLOP", Words.megaflop(run.megaflop())));
    }
    if (run.test() != null) {
      rows.add(List.of("digits/s when tested", Words.whole(run.test().digitsPerSecond())));
    }
    rows.add(List.of("digits to learn from", Words.whole(run.images())));
    rows.add(List.of("digits held out", Words.whole(run.validationImages())));
    kept(run)
        .ifPresent(
            epoch ->
                rows.add(
                    List.of("validation accuracy", Words.percent(epoch.validationAccuracy()))));
    if (RunCharts.hasCurves(run)) {
      rows.add(List.of("epochs, the one kept", run.epochs().size() + ", " + run.chosenEpoch()));
    }
    rows.add(List.of("training time", Words.duration(run.seconds())));
    rows.add(List.of("training images/s", Words.whole(run.imagesPerSecond())));
    return rows;
  }

  /** The epoch whose weights were kept. */
  static Optional<TrainingRun.Epoch> kept(TrainingRun run) {
    return run.epochs().stream().filter(epoch -> epoch.number() == run.chosenEpoch()).findFirst();
  }

  /** What somebody needs who wants to repeat it, the command aside. */
  static List<List<String>> origin(TrainingRun run) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("seed", Long.toString(run.seed())));
    rows.add(List.of("environment", run.environment()));
    run.data().forEach((file, sha256) -> rows.add(List.of(file, "SHA-256 " + sha256)));
    return rows;
  }

  /** Precision, recall and F1 of each class. */
  static List<List<String>> classes(Scores scores) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("class", "images", "precision", "recall", "F1"));
    for (Scores.OfClass each : scores.classes()) {
      rows.add(
          List.of(
              each.name(),
              Words.whole(each.images()),
              Words.percent(each.precision()),
              Words.percent(each.recall()),
              Words.percent(each.f1())));
    }
    rows.add(
        List.of(
            "macro",
            Words.whole(scores.accuracy().of()),
            Words.percent(scores.precision()),
            Words.percent(scores.recall()),
            Words.percent(scores.f1())));
    return rows;
  }

  private static List<String> row(String name, double measured, Optional<Double> published) {
    return row(name, Words.percent(measured), published.map(Words::percent).orElse(""));
  }

  private static List<String> row(String name, String measured, String published) {
    return List.of(name, measured, published);
  }
}
