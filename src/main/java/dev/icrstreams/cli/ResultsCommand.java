package dev.icrstreams.cli;

import dev.icrstreams.cli.output.ResultWriter;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.Result;
import dev.icrstreams.client.ResultConsumer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr results}. */
@Command(
    name = "results",
    description =
        "Prints what is in the output topics and what arrives, one line a field; committed results"
            + " only.")
final class ResultsCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(500);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "tsv",
      description = "tsv (the default) or json.")
  private ResultWriter.Format format;

  @Option(
      names = "--until-idle",
      arity = "0..1",
      paramLabel = "SECONDS",
      fallbackValue = "5",
      description = "Ends when nothing has arrived for SECONDS (5 if not said).")
  private Integer idleSeconds;

  @Override
  public Integer call() {
    try (ResultConsumer consumer = new ResultConsumer(options.config())) {
      ResultWriter writer = new ResultWriter(spec.commandLine().getOut(), format);
      long lastArrival = System.nanoTime();
      while (idleSeconds == null || secondsSince(lastArrival) < idleSeconds) {
        List<Result> results = consumer.poll(POLL);
        results.forEach(writer::write);
        if (!results.isEmpty()) {
          lastArrival = System.nanoTime();
        }
      }
    }
    return ExitCode.DONE;
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
