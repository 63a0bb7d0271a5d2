package dev.icrstreams.cli;

import dev.icrstreams.cli.output.ResultWriter;
import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.redrive.Redrive;
import dev.icrstreams.client.redrive.RedriveOptions;
import dev.icrstreams.client.redrive.Redriven;
import dev.icrstreams.field.ErrorCode;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code icr redrive}. */
@Command(
    name = "redrive",
    description = {
      "Sends dead letters back to the topic that they came from; without --execute only prints what"
          + " it would send.",
      "Each letter is dealt with once, however often the command runs and wherever it ends: records"
          + " and progress are one transaction. Progress is kept for each error code in a consumer"
          + " group (APPLICATION-redrive-CODE).",
      "Prints a TSV: partition, offset, key, code, redrives before, action."
    })
final class RedriveCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(
      names = "--code",
      split = ",",
      paramLabel = "CODE",
      description = "Only letters with these error codes: ${COMPLETION-CANDIDATES}.")
  private List<ErrorCode> codes = List.of();

  @Option(names = "--execute", description = "Sends them.")
  private boolean execute;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "The most records a second (default ${DEFAULT-VALUE}).")
  private double perSecond;

  @Option(
      names = "--max-redrives",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Refuses a record that has come back N times already (default ${DEFAULT-VALUE}); it is"
              + " passed over for good and stays where it is.")
  private int maxRedrives;

  @Option(
      names = "--old",
      description =
          "Sends letters of more than seven days too, where no progress with their code is known:"
              + " brokers forget it after offsets.retention.minutes without a run, and such a letter"
              + " might then be sent twice.")
  private boolean old;

  @Override
  public Integer call() {
    if (!(perSecond > 0) || maxRedrives < 0) {
      throw new ParameterException(
          spec.commandLine(), "--rate must be above 0, --max-redrives not below 0");
    }
    Set<ErrorCode> wanted =
        codes.isEmpty() ? EnumSet.allOf(ErrorCode.class) : EnumSet.copyOf(codes);
    Map<Redriven.Action, Integer> counts = new EnumMap<>(Redriven.Action.class);
    PrintWriter out = spec.commandLine().getOut();
    out.println("partition\toffset\tkey\tcode\tredrives\taction");
    new Redrive(options.config(), new RedriveOptions(wanted, execute, perSecond, maxRedrives, old))
        .run(
            letter -> {
              counts.merge(letter.action(), 1, Integer::sum);
              out.println(row(letter));
            });
    spec.commandLine().getErr().println("icr redrive: " + summary(counts));
    return refused(counts) > 0 ? ExitCode.SOME_REJECTED : ExitCode.DONE;
  }

  private static String row(Redriven letter) {
    return String.join(
        "\t",
        Integer.toString(letter.partition()),
        Long.toString(letter.offset()),
        ResultWriter.escaped(letter.key()),
        letter.code().map(ErrorCode::name).orElse(""),
        Integer.toString(letter.redrives()),
        letter.action().name());
  }

  private static int refused(Map<Redriven.Action, Integer> counts) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().isRefused())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private String summary(Map<Redriven.Action, Integer> counts) {
    int sent = counts.getOrDefault(Redriven.Action.SENT, 0);
    int would = counts.getOrDefault(Redriven.Action.WOULD_SEND, 0);
    int refused = refused(counts);
    return execute
        ? sent + " sent, " + refused + " refused"
        : "dry run: " + would + " would be sent, " + refused + " refused; --execute sends them";
  }
}
