package dev.icrstreams.cli;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.config.Keys;
import dev.icrstreams.data.LabelledFolder;
import dev.icrstreams.evaluate.Metrics;
import dev.icrstreams.evaluate.report.Comparison;
import dev.icrstreams.evaluate.report.Measurement;
import dev.icrstreams.evaluate.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr promote}. */
@Command(
    name = "promote",
    description = {
      "Compares a candidate's models with those in use on a frozen set of labelled fields, and"
          + " copies the candidate's to --to if nothing speaks against them.",
      "Refused, with exit code 1 and the reasons, is a candidate that is worse (McNemar's exact"
          + " test) or may be by more than --margin, that accepts more wrong numbers than the error"
          + " budget, or whose confidences are off.",
      "Neither model may have learned from these fields; a candidate whose .json names these very"
          + " labels is not measured."
    },
    showDefaultValues = true)
final class PromoteCommand implements Callable<Integer> {
  private static final String DIGITS = "icr-digits";
  private static final List<String> FILES =
      List.of(DIGITS + ".zip", DIGITS + ".json", "icr-sequence.zip", "icr-sequence.json");

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--candidate",
      paramLabel = "DIR",
      required = true,
      description =
          "Folder with icr-digits.zip and icr-digits.json; without icr-sequence.zip in it the"
              + " sequence model stays as configured.")
  private Path candidate;

  @Option(
      names = "--current",
      paramLabel = "DIR",
      description = "Folder with the models in use; if not given, those of the configuration.")
  private Path current;

  @Option(
      names = "--fields",
      paramLabel = "DIR",
      required = true,
      description = "A folder with field images and labels.tsv, as icr evaluate takes it.")
  private Path fields;

  @Option(names = "--labels", paramLabel = "FILE", description = "Another labels file.")
  private Path labels;

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      defaultValue = "0.005",
      description = "By how much of the fields the candidate may be worse at most, 0 to 1.")
  private double margin;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where to copy a candidate that is not refused; if not given, nowhere.")
  private Path to;

  @Override
  public Integer call() {
    if (!(margin >= 0 && margin <= 1)) {
      throw new ConfigException("--margin must be 0 to 1, not " + margin);
    }
    Config config = options.config();
    LabelledFolder folder = folder();
    if (learnedFromThese()) {
      throw new ConfigException(
          "the candidate learned from the fields of " + labels() + ": measure on others");
    }
    Report before =
        measure(current == null ? config : config.with(models(current), "--current"), folder);
    Report after = measure(config.with(models(candidate), "--candidate"), folder);
    Comparison comparison = Comparison.of(before, after);
    PrintWriter out = spec.commandLine().getOut();
    print(out, "current", before);
    print(out, "candidate", after);
    out.printf(
        Locale.ROOT,
        "difference: %+.2f points (95 %%: %+.2f to %+.2f), %d only current, %d only candidate,"
            + " p = %.4f%n",
        100 * comparison.difference(),
        100 * comparison.differenceLow(),
        100 * comparison.differenceHigh(),
        comparison.onlyCurrent(),
        comparison.onlyCandidate(),
        comparison.pValue());
    List<String> objections = comparison.objections(margin);
    objections.forEach(objection -> out.println("refused: " + objection));
    if (!objections.isEmpty()) {
      return ExitCode.SOME_REJECTED;
    }
    out.println(to == null ? "not refused" : "not refused; copied to " + to);
    if (to != null) {
      copy();
    }
    return ExitCode.DONE;
  }

  private Report measure(Config config, LabelledFolder folder) {
    return Measurement.of(
        config,
        Set.of(),
        folder,
        fields.toString(),
        1,
        line -> spec.commandLine().getErr().println(line),
        done -> {});
  }

  private static void print(PrintWriter out, String name, Report report) {
    Metrics metrics = report.all().metrics();
    out.printf(
        Locale.ROOT,
        "%s: %s: %d of %d numbers read exactly (%.2f %%), %d accepted, %d of them wrong,"
            + " calibration error %.2f %%%n",
        name,
        report.run().model(),
        metrics.accuracy().count(),
        metrics.accuracy().of(),
        100 * metrics.accuracy().value(),
        metrics.accepted().count(),
        metrics.acceptedWrong().count(),
        100 * Comparison.calibrationError(report));
  }

  private static Map<String, String> models(Path folder) {
    Path digits = folder.resolve(DIGITS + ".zip");
    if (!Files.isRegularFile(digits)) {
      throw new ConfigException("there is no " + digits);
    }
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put(Keys.MODEL_PATH.name(), digits.toString());
    Path sequence = folder.resolve("icr-sequence.zip");
    if (Files.isRegularFile(sequence)) {
      paths.put(Keys.SEQUENCE_MODEL_PATH.name(), sequence.toString());
    }
    return paths;
  }

  /** Whether one of the candidate's networks names these labels among what it learned from. */
  private boolean learnedFromThese() {
    try {
      String these = DigitModel.sha256(Files.readAllBytes(labels()));
      for (String file : models(candidate).values()) {
        if (DigitModel.load(Path.of(file)).metadata().extra().stream()
            .anyMatch(each -> each.labels().equals(these))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new ConfigException("cannot use the candidate: " + e.getMessage());
    }
  }

  private Path labels() {
    return labels == null ? fields.resolve("labels.tsv") : labels;
  }

  private LabelledFolder folder() {
    try {
      return LabelledFolder.read(fields, labels());
    } catch (IOException e) {
      throw new ConfigException("cannot use the labels: " + e.getMessage());
    }
  }

  private void copy() {
    try {
      Files.createDirectories(to);
      for (String name : FILES) {
        Path file = candidate.resolve(name);
        if (Files.isRegularFile(file)) {
          Path part = to.resolve(name + ".part");
          Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
          Files.move(part, to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy to " + to + ": " + e.getMessage(), e);
    }
  }
}
