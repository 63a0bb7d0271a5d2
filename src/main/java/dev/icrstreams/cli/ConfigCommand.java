package dev.icrstreams.cli;

import dev.icrstreams.cli.output.ResultWriter;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.DefaultsFile;
import dev.icrstreams.monitor.MetricsPage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr config}. */
@Command(
    name = "config",
    description = "Prints every key, its value and where it came from; secrets are masked.")
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(
      names = "--defaults",
      description = "Prints the commented file of all keys with their defaults instead.")
  private boolean defaults;

  @Option(
      names = "--metrics",
      description = "Prints the list of the service's metrics instead, in Markdown.")
  private boolean metrics;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (metrics) {
      out.print(MetricsPage.text());
      out.flush();
      return ExitCode.DONE;
    }
    if (defaults) {
      out.print(DefaultsFile.text());
      out.flush();
      return ExitCode.DONE;
    }
    out.println("key\tvalue\torigin");
    for (Config.Entry entry : options.config().entries()) {
      out.println(
          String.join(
              "\t",
              entry.name(),
              ResultWriter.escaped(entry.shown()),
              ResultWriter.escaped(entry.origin())));
    }
    return ExitCode.DONE;
  }
}
