package dev.icrstreams.cli;

import dev.icrstreams.broker.EmbeddedKafkaException;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.cli.process.Logging;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.wire.registry.RegistryException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code icr}: all commands under one name. */
@Command(
    name = "icr",
    description = {
      "Reads hand-printed numbers on scanned forms, through Kafka.",
      "Exit codes: 0 done; 1 done, but some inputs were rejected; 2 bad usage or configuration;"
          + " 3 could not do it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = IcrCommand.Version.class,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      TopicsCommand.class,
      SchemasCommand.class,
      ProduceCommand.class,
      ResultsCommand.class,
      CorrectCommand.class,
      CorrectionsCommand.class,
      RedriveCommand.class,
      TraceCommand.class,
      ReadCommand.class,
      EvaluateCommand.class,
      ExplainCommand.class,
      SynthCommand.class,
      TrainCommand.class,
      AverageCommand.class,
      ReportCommand.class,
      TuneCommand.class,
      PromoteCommand.class,
      ConfigCommand.class,
      ResetCommand.class
    })
public final class IcrCommand {
  private IcrCommand() {}

  /** Runs a command line and tells its exit code. */
  public static int execute(String... arguments) {
    return execute(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments);
  }

  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine().setOut(out).setErr(err).execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new IcrCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(IcrCommand::explain);
  }

  private static int explain(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    if (Logging.isJson()) {
      Logging.failure(name + ": " + message(exception));
    } else {
      command.getErr().println(name + ": " + message(exception));
    }
    if (Boolean.getBoolean("icr.stacktrace")) {
      exception.printStackTrace(command.getErr());
    }
    return exception instanceof ConfigException ? ExitCode.USAGE : ExitCode.FAILED;
  }

  private static String message(Exception exception) {
    boolean ours =
        exception instanceof ConfigException
            || exception instanceof BrokerException
            || exception instanceof EmbeddedKafkaException
            || exception instanceof RegistryException
            || exception instanceof UncheckedIOException;
    return ours ? exception.getMessage() : exception.toString();
  }

  /** Results are UTF-8 whatever the locale says. */
  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = IcrCommand.class.getPackage().getImplementationVersion();
      return new String[] {"icr-streams " + (version == null ? "(not packaged)" : version)};
    }
  }
}
