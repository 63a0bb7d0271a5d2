package dev.icrstreams.cli;

import dev.icrstreams.cli.input.InputFiles;
import dev.icrstreams.cli.output.ResultWriter;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.Result;
import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.FieldReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr read}. */
@Command(name = "read", description = "Reads images or folders without Kafka, one line a file.")
final class ReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InputFiles files;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "tsv",
      description = "tsv (the default) or json.")
  private ResultWriter.Format format;

  @Override
  public Integer call() {
    boolean rejected = false;
    var inputs = files.inputs();
    try (FieldReader reader = FieldReader.create(options.config(), StageListener.NONE)) {
      ResultWriter writer = new ResultWriter(spec.commandLine().getOut(), format);
      for (InputFiles.Input input : inputs) {
        Result result = read(reader, input);
        rejected |= result.route() == Route.REJECTED;
        writer.write(result);
      }
    }
    return rejected ? ExitCode.SOME_REJECTED : ExitCode.DONE;
  }

  private static Result read(FieldReader reader, InputFiles.Input input) {
    try {
      Reading reading = reader.read(Files.readAllBytes(input.file()), input.constraints());
      Decision decision = reader.decide(reading);
      String reasons =
          decision.reasons().stream().map(ReviewReason::toString).collect(Collectors.joining("; "));
      return result(
          input,
          reading.number(),
          OptionalDouble.of(reading.confidence()),
          decision.route(),
          reasons);
    } catch (RejectedFieldException e) {
      return rejected(input, e.code() + ": " + e.getMessage());
    } catch (IOException e) {
      return rejected(input, "NOT_READABLE: " + e);
    }
  }

  private static Result rejected(InputFiles.Input input, String reason) {
    return result(input, "", OptionalDouble.empty(), Route.REJECTED, reason);
  }

  private static Result result(
      InputFiles.Input input,
      String number,
      OptionalDouble confidence,
      Route route,
      String reason) {
    return new Result(input.id(), number, confidence, route, reason, false, new Origin("", 0, 0));
  }
}
