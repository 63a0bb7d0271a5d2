package dev.icrstreams.cli;

import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr topics}. */
@Command(name = "topics", description = "Makes the topics that are missing and checks the others.")
final class TopicsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(names = "--check", description = "Makes nothing, only checks.")
  private boolean checkOnly;

  @Override
  public Integer call() {
    Config config = options.config();
    Topics topics = new Topics(config);
    PrintWriter out = spec.commandLine().getOut();
    if (!checkOnly) {
      for (Topics.Created topic : topics.create()) {
        out.println(topic.name() + "\t" + (topic.created() ? "made" : "was there"));
      }
    }
    List<String> problems = topics.problems();
    problems.forEach(problem -> spec.commandLine().getErr().println("icr topics: " + problem));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
