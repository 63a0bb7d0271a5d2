package dev.icrstreams.cli;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.read.Calibration;
import dev.icrstreams.train.Calibrator;
import dev.icrstreams.train.DigitLayout;
import dev.icrstreams.train.DigitPlan;
import dev.icrstreams.train.DigitTrainer;
import dev.icrstreams.train.FineTuning;
import dev.icrstreams.train.TrainingPlan;
import dev.icrstreams.train.extra.ExtraFolder;
import dev.icrstreams.train.sequence.SequencePlan;
import dev.icrstreams.train.sequence.SequenceTrainer;
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
      "Trains the digit CNN on MNIST, on digits drawn by other hands and on what the segmenter cuts"
          + " out of synthetic fields, and writes icr-digits.zip and icr-digits.json; with --network "
          + SequencePlan.NETWORK
          + " the sequence CNN, on synthetic fields of MNIST's digits, and icr-sequence.zip and"
          + " icr-sequence.json.",
      "After every epoch a model is on disk: of the digit CNN the best so far, of the sequence CNN"
          + " the latest.",
      "Then the confidences are measured and stored in icr-digits.json, with both networks as they"
          + " are in --out; a sequence CNN that is not there is the one of"
          + " icr.model.sequence.path, or the built-in one.",
      "The same 5,000 digits are held out of every training, for calibration."
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
      defaultValue = DigitLayout.DEFAULT,
      description =
          "What to train: icr-cnn-11m or icr-cnn-1m, digit CNNs, or "
              + SequencePlan.NETWORK
              + ", the sequence CNN.")
  private String network;

  @Option(
      names = "--from",
      paramLabel = "MODEL.zip",
      description =
          "Go on from this model's weights, at a lower rate. Its .json must lie beside it. A digit"
              + " CNN of ten classes learns what is no digit as an eleventh.")
  private Path from;

  @Option(
      names = "--extra",
      paramLabel = "DIR",
      description =
          "Learns from labelled fields of your own too, with --from: a folder with images and"
              + " labels.tsv, such as icr corrections --out writes. They are a quarter of each batch"
              + " at most, so that nothing is forgotten; fields that cannot be used are listed. The"
              + " other network is copied to --out if it is not there, so that icr promote can"
              + " compare the result with the model in use. See docs/learning-from-corrections.md.")
  private Path extra;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + TrainingPlan.SEED,
      description = "Decides every random choice.")
  private long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Passes over the training digits, "
              + TrainingPlan.EPOCHS
              + " if not given; of the sequence CNN rounds of 10,240 fields, 3,000 of them new, "
              + SequencePlan.EPOCHS
              + " if not given. With --extra "
              + FineTuning.DIGIT_EPOCHS
              + " and "
              + FineTuning.SEQUENCE_EPOCHS
              + ".")
  private Integer epochs;

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
      description = "Threads for arithmetic, beside those that make and augment images.")
  private int threads;

  @Option(
      names = "--calibrate-only",
      description =
          "Trains nothing: measures the confidences of the models in --out anew, as is due when"
              + " the reader has changed.")
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
        spec.commandLine().getOut().println(train(progress));
        if (!Calibrator.possible(plan())) {
          progress.notCalibrated(out);
          return ExitCode.DONE;
        }
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

  private Path train(TrainingProgress progress) throws IOException, InterruptedException {
    if (extra == null) {
      return train(null, progress);
    }
    FineTuning tuning =
        new FineTuning(extra, from, out, isSequence() ? DigitModel.SEQUENCE_FILE : DigitModel.FILE);
    Path model = train(tuning.folder(options.config()), progress);
    tuning.complete(options.config());
    return model;
  }

  private Path train(ExtraFolder own, TrainingProgress progress)
      throws IOException, InterruptedException {
    return isSequence()
        ? new SequenceTrainer(sequencePlan(), own, progress).train()
        : new DigitTrainer(DigitPlan.shipped(plan(), from), own, progress).train();
  }

  private boolean isSequence() {
    return network.equals(SequencePlan.NETWORK);
  }

  private TrainingPlan plan() {
    if (!isSequence() && !DigitLayout.names().contains(network)) {
      throw usage(
          String.format(
              "No network %s; there are %s, %s",
              network, String.join(", ", DigitLayout.names()), SequencePlan.NETWORK));
    }
    if (isSequence()) {
      return sequencePlan().training();
    }
    try {
      return TrainingPlan.shipped(data, out)
          .with(network, seed, epochs(), limit, threads, command());
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private SequencePlan sequencePlan() {
    try {
      return SequencePlan.shipped(data, out, from).with(seed, epochs(), limit, threads, command());
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private int epochs() {
    if (epochs != null) {
      return epochs;
    }
    if (extra != null) {
      return isSequence() ? FineTuning.SEQUENCE_EPOCHS : FineTuning.DIGIT_EPOCHS;
    }
    return isSequence() ? SequencePlan.EPOCHS : TrainingPlan.EPOCHS;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** As somebody else would type it: without this machine's folders. */
  private String command() {
    return String.format(
            Locale.ROOT,
            "./icr train --data DIR --network %s --seed %d --epochs %d --limit %d --threads %d",
            network,
            seed,
            epochs(),
            limit,
            threads)
        + (extra == null ? "" : " --extra DIR");
  }
}
