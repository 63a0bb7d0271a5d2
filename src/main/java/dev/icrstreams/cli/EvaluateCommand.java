package dev.icrstreams.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.data.LabelledFolder;
import dev.icrstreams.evaluate.Metrics;
import dev.icrstreams.evaluate.MetricsText;
import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.train.DigitScore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icr evaluate}. */
@Command(
    name = "evaluate",
    description =
        "Measures the reader on a folder of labelled fields, or the CNN on single digits.")
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "The labels: a TSV with a header line; first column the file, second the number (empty:"
              + " the field holds none). Default: DIR/labels.tsv.")
  private Path labels;

  @Option(names = "--json", description = "Prints one JSON object alone.")
  private boolean json;

  /** What to measure on. */
  static final class Target {
    @Parameters(paramLabel = "DIR", description = "A folder with field images and labels.tsv.")
    private Path fields;

    @Option(
        names = "--digits",
        paramLabel = "DIR",
        description = "A folder with MNIST's two IDX test files: measures the CNN alone.")
    private Path digits;
  }

  @Override
  public Integer call() throws IOException {
    return target.digits != null ? digits() : fields();
  }

  private int digits() throws IOException {
    Share accuracy =
        DigitScore.of(
            FieldReader.model(options.config()), IdxFiles.read(target.digits, IdxFiles.Half.TEST));
    if (json) {
      ObjectNode object = JsonMapper.builder().build().createObjectNode();
      object.put("accuracy", accuracy.value());
      object.put("digits", accuracy.of());
      object.put("wrong", accuracy.of() - accuracy.count());
      object.putArray("accuracyInterval").add(accuracy.low()).add(accuracy.high());
      out().println(object);
    } else {
      out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%d of %d digits right: %.2f %% (95 %%: %.2f to %.2f)",
                  accuracy.count(),
                  accuracy.of(),
                  100 * accuracy.value(),
                  100 * accuracy.low(),
                  100 * accuracy.high()));
    }
    return ExitCode.DONE;
  }

  private int fields() throws IOException {
    List<Result> results = new ArrayList<>();
    LabelledFolder folder = folder();
    try (FieldReader reader = FieldReader.create(options.config(), StageListener.NONE)) {
      for (LabelledFolder.Entry entry : folder.entries()) {
        results.add(result(reader, entry));
      }
    }
    Metrics metrics = Metrics.of(results);
    out().print(json ? MetricsText.json(metrics) + "\n" : MetricsText.table(metrics));
    out().flush();
    boolean rejected =
        results.stream().anyMatch(result -> result.decision().route() == Route.REJECTED);
    return rejected ? ExitCode.SOME_REJECTED : ExitCode.DONE;
  }

  private LabelledFolder folder() {
    try {
      return labels == null
          ? LabelledFolder.read(target.fields)
          : LabelledFolder.read(target.fields, labels);
    } catch (IOException e) {
      throw new ConfigException("cannot use the labels: " + e.getMessage());
    }
  }

  private Result result(FieldReader reader, LabelledFolder.Entry entry) throws IOException {
    try {
      Reading reading = reader.read(Files.readAllBytes(entry.path()), Constraints.NONE);
      return new Result(entry.number(), reading, reader.decide(reading));
    } catch (RejectedFieldException e) {
      spec.commandLine()
          .getErr()
          .println(entry.file() + " is rejected: " + e.code() + ": " + e.getMessage());
      return Result.rejected(entry.number());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
