package dev.icrstreams.train.report;

import dev.icrstreams.train.run.TrainingRun;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs' figures for programs: tab-separated, a header first. Its names are public API. */
public final class FigureList {
  private static final List<String> NAMES =
      List.of(
          "run",
          "seed",
          "accuracy",
          "accuracy_low",
          "accuracy_high",
          "precision",
          "recall",
          "f1",
          "loss",
          "ece",
          "parameters",
          "megaflop",
          "digits_per_second",
          "training_seconds",
          "images_per_second",
          "epochs",
          "kept_epoch",
          "published_accuracy");

  private FigureList() {}

  /** The lines; a figure that there is not is empty, shares are fractions of 1. */
  public static List<String> of(List<TrainingRun> runs) {
    List<String> names = Names.of(runs);
    Stream<String> rows =
        Stream.iterate(0, i -> i < runs.size(), i -> i + 1)
            .map(i -> names.get(i) + "\t" + figures(runs.get(i)));
    return Stream.concat(Stream.of(String.join("\t", NAMES)), rows).toList();
  }

  private static String figures(TrainingRun run) {
    return Stream.concat(
            Stream.of(Long.toString(run.seed())),
            Stream.concat(
                run.test() == null ? Stream.generate(() -> "").limit(8) : tested(run),
                Stream.of(
                    Long.toString(run.parameters()),
                    run.megaflop() == null ? "" : number(run.megaflop()),
                    run.test() == null ? "" : number(run.test().digitsPerSecond()),
                    number(run.seconds()),
                    number(run.imagesPerSecond()),
                    Integer.toString(run.epochs().size()),
                    Integer.toString(run.chosenEpoch()),
                    Published.of(run.network()).map(each -> number(each.accuracy())).orElse(""))))
        .collect(Collectors.joining("\t"));
  }

  private static Stream<String> tested(TrainingRun run) {
    Scores scores = Scores.of(run.test());
    return Stream.of(
        number(scores.accuracy().value()),
        number(scores.accuracy().low()),
        number(scores.accuracy().high()),
        number(scores.precision()),
        number(scores.recall()),
        number(scores.f1()),
        run.test().loss() == null ? "" : number(run.test().loss()),
        run.test().reliability().isEmpty()
            ? ""
            : number(Scores.reliability(run.test()).expectedCalibrationError()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
