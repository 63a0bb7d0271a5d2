package dev.icrstreams.cli;

import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.ApplicationReset;
import dev.icrstreams.client.ApplicationReset.Move;
import dev.icrstreams.client.ApplicationReset.Plan;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr reset}. */
@Command(
    name = "reset",
    description = {
      "Sets the service back to an end of its input topics and deletes its internal topics. Shows"
          + " what it would do, and does it with --execute.",
      "Refuses while instances run. What was answered stays in the output topics: after a reset to"
          + " the beginning everything is answered a second time."
    })
final class ResetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(
      names = "--to",
      paramLabel = "END",
      defaultValue = "earliest",
      description = "earliest (the default): read everything again; latest: skip what waits.")
  private ApplicationReset.Target target;

  @Option(names = "--execute", description = "Does it.")
  private boolean execute;

  @Override
  public Integer call() {
    ApplicationReset reset = new ApplicationReset(options.config());
    Plan plan = reset.plan(target);
    PrintWriter out = spec.commandLine().getOut();
    out.println("what\tfrom\tto");
    for (Move move : plan.moves()) {
      String from = move.committed().map(String::valueOf).orElse("nothing committed");
      out.println(move.partition() + "\t" + from + "\t" + move.target());
    }
    plan.internalTopics().forEach(topic -> out.println(topic + "\tthere\tdeleted"));
    out.flush();
    String kind = plan.streams() ? "streams group " : "classic group ";
    if (execute) {
      reset.execute(plan);
      spec.commandLine().getErr().println("icr reset: " + kind + plan.group() + " is reset");
    } else {
      spec.commandLine()
          .getErr()
          .println(
              "icr reset: nothing was changed; --execute does this to the " + kind + plan.group());
    }
    return ExitCode.DONE;
  }
}
