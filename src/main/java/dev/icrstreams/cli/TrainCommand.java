package dev.icrstreams.cli;

import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.read.Calibration;
import dev.icrstreams.train.Calibrator;
import dev.icrstreams.train.DigitTrainer;
import dev.icrstreams.train.NetworkLayout;
import dev.icrstreams.train.TrainingPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code icr train}. */
@Command(
    name = "train",
    description = {
      "Trains the digit CNN on MNIST and writes icr-digits.zip and icr-digits.json.",
      "The best model so far is on disk after every epoch."
    },
    showDefaultValues = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--data", paramLabel = "DIR", description = "Folder with MNIST's four IDX files.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "model",
      description = "Where the model goes.")
  private Path out;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = NetworkLayout.DEFAULT,
      description = "The network's layout.")
  private String network;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + TrainingPlan.SEED,
      description = "Decides every random choice.")
  private long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + TrainingPlan.EPOCHS,
      description = "Passes over the training digits.")
  private int epochs;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "0",
      description = "Only the first N training digits; 0 for all.")
  private int limit;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads for arithmetic, beside the one that augments.")
  private int threads;

  @Option(
      names = "--calibrate-only",
      description =
          "Trains nothing: measures the confidences of the model in --out anew, as is due when the"
              + " reader has changed.")
  private boolean calibrateOnly;

  @Option(
      names = "--calibration-fields",
      paramLabel = "N",
      defaultValue = "" + Calibrator.FIELDS,
      description = "Synthetic fields to measure the confidences on.")
  private int calibrationFields;

  @Mixin private ConfigOptions options;

  @Override
  public Integer call() throws InterruptedException {
    if (data == null) {
      spec.commandLine().getErr().println("icr train: --data is missing. " + IdxFiles.WHERE);
      return ExitCode.USAGE;
    }
    try {
      TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr());
      if (!calibrateOnly) {
        spec.commandLine().getOut().println(new DigitTrainer(plan(), progress).train());
      }
      Calibration calibration =
          Calibrator.calibrate(
              plan(),
              options.config(),
              calibrationFields,
              Runtime.getRuntime().availableProcessors(),
              done -> progress.calibrating(done, calibrationFields));
      progress.calibrated(calibration);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private TrainingPlan plan() {
    try {
      NetworkLayout.named(network);
      return TrainingPlan.shipped(data, out).with(network, seed, epochs, limit, threads, command());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** As somebody else would type it: without this machine's folders. */
  private String command() {
    return String.format(
        Locale.ROOT,
        "./icr train --data DIR --network %s --seed %d --epochs %d --limit %d --threads %d",
        network,
        seed,
        epochs,
        limit,
        threads);
  }
}
