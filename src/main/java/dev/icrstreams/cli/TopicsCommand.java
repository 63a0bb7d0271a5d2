package dev.icrstreams.cli;

import dev.icrstreams.cli.process.ConfigOptions;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.Topics;
import dev.icrstreams.client.broker.BrokerRelease;
import dev.icrstreams.config.Config;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icr topics}. */
@Command(
    name = "topics",
    description = {
      "Makes the topics that are missing and checks the others, one line a topic: name, 'made',"
          + " 'was there' or 'missing', how long it keeps records.",
      "How long each is to keep them is set by icr.topic.*.retention-days; a topic that was there and"
          + " keeps them for another time, or closes its segments too late to keep to it, is reported,"
          + " not changed."
    })
final class TopicsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions.WithBroker options;

  @Option(
      names = "--check",
      description = "Makes and changes nothing, only checks; exit code 3 if anything differs.")
  private boolean checkOnly;

  @Option(
      names = "--apply-retention",
      description =
          "Gives topics that are reported so the configured retention, and segments of a day.")
  private boolean applyRetention;

  @Override
  public Integer call() {
    Config config = options.config();
    Topics topics = new Topics(config);
    PrintWriter out = spec.commandLine().getOut();
    Set<String> made = new HashSet<>();
    if (!checkOnly) {
      topics.create().stream().filter(Topics.State::created).forEach(it -> made.add(it.name()));
      if (applyRetention) {
        topics.applyRetention().forEach(name -> say(name + ": retention changed"));
      }
    }
    boolean good = true;
    for (Topics.State topic : topics.states()) {
      out.println(topic.name() + "\t" + state(topic, made) + "\t" + topic.retention());
      topic.problem().ifPresent(this::say);
      topic.remark().ifPresent(this::say);
      good &= topic.problem().isEmpty() && (topic.remark().isEmpty() || !checkOnly);
    }
    if (good) {
      BrokerRelease.remark(config).ifPresent(this::say);
    }
    return good ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static String state(Topics.State topic, Set<String> made) {
    return made.contains(topic.name()) ? "made" : topic.exists() ? "was there" : "missing";
  }

  private void say(String line) {
    spec.commandLine().getErr().println("icr topics: " + line);
  }
}
