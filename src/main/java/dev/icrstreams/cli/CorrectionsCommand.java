package dev.icrstreams.cli;

import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.review.CorrectedSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr corrections}. */
@Command(
    name = "corrections",
    description =
        "Writes reviewers' answers and the images they looked at as a labelled folder, which icr"
            + " evaluate and icr train read.")
final class CorrectionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A folder that does not exist or is empty.")
  private Path out;

  @Override
  public Integer call() {
    try {
      spec.commandLine().getOut().println(CorrectedSet.write(options.config(), out));
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
