package dev.icrstreams.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.icrstreams.cli.output.Terminal;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.data.LabelledFolder;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.evaluate.page.EvaluationPage;
import dev.icrstreams.evaluate.report.ErrorList;
import dev.icrstreams.evaluate.report.Measurement;
import dev.icrstreams.evaluate.report.Report;
import dev.icrstreams.evaluate.report.ReportJson;
import dev.icrstreams.evaluate.report.ReportText;
import dev.icrstreams.image.ImageDecoder;
import dev.icrstreams.image.ImageLimits;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.read.Part;
import dev.icrstreams.train.model.DigitScore;
import dev.icrstreams.train.model.DigitScore.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icr evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Measures the reader on a folder of labelled fields, or the CNN on single digits.",
      "Fields: strict accuracy, digits right, what the error budgets 0.01 and 0.001 (and the"
          + " configured one) accept and how much of it is wrong, coverage, calibration, kinds of"
          + " errors, review reasons, time a stage; for all fields, and for each recipe if the"
          + " labels have a column of that name. An image that is missing or cannot be decoded"
          + " counts as rejected."
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "The labels: a TSV with a header line; first column the file in DIR, second the number"
              + " (empty: the field holds none). Default: DIR/labels.tsv. It stands in its place:"
              + " only the fields that it lists are read.")
  private Path labels;

  @Option(names = "--json", description = "Prints one JSON object alone.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Writes a page with tables, charts and the worst fields as pictures; it needs nothing"
              + " beside it.")
  private Path html;

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description =
          "Writes every wrong field as a TSV: file, number, read, confidence, decision, bucket;"
              + " with --digits every wrong digit: image, label, read, probabilities of both.")
  private Path errors;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the bootstrap behind some intervals; 1 unless said otherwise.")
  private Long seed;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "PART",
      description =
          "Lets the reader do without ${COMPLETION-CANDIDATES}, to see what each brings; several"
              + " with commas between them. Only what is read counts then: the confidences are"
              + " calibrated for the whole.")
  private Set<Part> without = Set.of();

  /** What to measure on. */
  static final class Target {
    @Parameters(paramLabel = "DIR", description = "A folder with field images and labels.tsv.")
    private Path fields;

    @Option(
        names = "--digits",
        paramLabel = "DIR",
        description = "A folder with MNIST's IDX files: measures the CNN alone, on one half.")
    private Path digits;
  }

  @Option(
      names = "--half",
      paramLabel = "HALF",
      description =
          "With --digits, which half: test (the default), or train, to find what is mislabelled in"
              + " it.")
  private IdxFiles.Half half;

  @Override
  public Integer call() throws IOException {
    refuseWhereNothingCanBeWritten(html);
    refuseWhereNothingCanBeWritten(errors);
    if (target.digits == null) {
      if (half != null) {
        throw new ParameterException(spec.commandLine(), "--half is for --digits, not for fields");
      }
      return fields();
    }
    if (labels != null || html != null || seed != null || !without.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--labels, --html, --seed and --without are for fields, not --digits");
    }
    return digits();
  }

  private int digits() throws IOException {
    List<Answer> answers =
        DigitScore.answers(
            FieldReader.model(options.config()),
            IdxFiles.read(target.digits, half == null ? IdxFiles.Half.TEST : half));
    if (errors != null) {
      write(errors, wrong(answers));
    }
    List<Share> byDigit = DigitScore.byDigit(answers);
    Share all = DigitScore.all(byDigit);
    if (json) {
      ObjectNode object = JsonMapper.builder().build().createObjectNode();
      object.put("accuracy", all.value());
      object.put("digits", all.of());
      object.put("wrong", all.of() - all.count());
      object.putArray("accuracyInterval").add(all.low()).add(all.high());
      ArrayNode each = object.putArray("accuracyByDigit");
      byDigit.forEach(digit -> each.add(digit.value()));
      out().println(object);
    } else {
      out().println("digits: " + inWords(all));
      for (int digit = 0; digit < byDigit.size(); digit++) {
        out().println(digit + ": " + inWords(byDigit.get(digit)));
      }
    }
    return ExitCode.DONE;
  }

  /** The surest first: those are the likeliest to be mislabelled. */
  private static String wrong(List<Answer> answers) {
    StringBuilder lines = new StringBuilder("image\tlabel\tread\tof label\tof read\n");
    answers.stream()
        .filter(answer -> !answer.isRight())
        .sorted(Comparator.comparingDouble(Answer::labelProbability))
        .forEach(
            each ->
                lines.append(
                    String.format(
                        Locale.ROOT,
                        "%d\t%d\t%d\t%.4f\t%.4f%n",
                        each.image(),
                        each.label(),
                        each.read(),
                        each.labelProbability(),
                        each.readProbability())));
    return lines.toString();
  }

  private static String inWords(Share right) {
    return String.format(
        Locale.ROOT,
        "%d of %d right, %.2f %% (95 %%: %.2f to %.2f)",
        right.count(),
        right.of(),
        100 * right.value(),
        100 * right.low(),
        100 * right.high());
  }

  private int fields() {
    Config config = options.config();
    LabelledFolder folder = folder();
    Report report =
        Measurement.of(
            config,
            without,
            folder,
            labels().toString(),
            seed == null ? 1 : seed,
            line -> spec.commandLine().getErr().println(line),
            done -> progress(done, folder.entries().size()));
    out().print(json ? ReportJson.of(report) + "\n" : ReportText.of(report));
    out().flush();
    if (errors != null) {
      write(errors, ErrorList.of(report.fields()));
    }
    if (html != null) {
      write(html, EvaluationPage.of(report, new ImageDecoder(ImageLimits.from(config))));
    }
    return report.all().metrics().rejected().count() > 0 ? ExitCode.SOME_REJECTED : ExitCode.DONE;
  }

  private Path labels() {
    return labels == null ? target.fields.resolve("labels.tsv") : labels;
  }

  private LabelledFolder folder() {
    if (!Files.isDirectory(target.fields)) {
      throw new ConfigException("there is no folder " + target.fields);
    }
    try {
      return LabelledFolder.read(target.fields, labels());
    } catch (IOException e) {
      throw new ConfigException("cannot use the labels: " + e.getMessage());
    }
  }

  /** Before the reading, which may take an hour. */
  private static void refuseWhereNothingCanBeWritten(Path file) {
    if (file != null && Files.isDirectory(file)) {
      throw new ConfigException("cannot write " + file + ": it is a folder");
    }
    if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
      throw new ConfigException("cannot write " + file + ": its folder does not exist");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private void progress(int done, int of) {
    if (Terminal.isStandardError()) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf("\r%,d of %,d fields%s", done, of, done == of ? "\n" : "");
      err.flush();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
