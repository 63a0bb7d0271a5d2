package dev.icrstreams;

import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.monitor.ReaderFacts;
import dev.icrstreams.stream.StreamsView;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator reads of a service that works: a line when it starts, after each rebalance, and
 * when it has stopped. Values are in the message and beside it, as keys of a JSON line. Threads may
 * share it.
 */
final class ServiceLog {
  private static final Logger LOG = LoggerFactory.getLogger(IcrService.class);

  private final StreamsView view;
  private long rebalancingSince;

  ServiceLog(StreamsView view) {
    this.view = view;
  }

  void starts(Config config, ReaderFacts facts) {
    String version = IcrService.class.getPackage().getImplementationVersion();
    String known = version == null ? "(not packaged)" : version;
    double budget = config.get(Keys.MAX_ERROR_RATE);
    String topics =
        Topics.ALL.stream()
            .map(key -> lastPart(key.name()) + "=" + config.get(key))
            .collect(Collectors.joining(" "));
    LOG.atInfo()
        .addKeyValue("version", known)
        .addKeyValue("model", facts.modelVersion())
        .addKeyValue("budget", budget)
        .addKeyValue("threshold", facts.threshold())
        .addKeyValue("group", config.get(Keys.APPLICATION_ID))
        .addKeyValue("threads", config.get(Keys.STREAM_THREADS))
        .addKeyValue("topics", topics)
        .log(
            "icr-streams {} starts: model {}, error budget {} (accepts from confidence {} on),"
                + " group {} at {}, threads {}, topics {}",
            known,
            facts.modelVersion(),
            budget,
            facts.threshold(),
            config.get(Keys.APPLICATION_ID),
            config.get(Keys.BOOTSTRAP_SERVERS),
            config.get(Keys.STREAM_THREADS),
            topics);
  }

  synchronized void changed(State now, State before) {
    LOG.debug("{} -> {}", before, now);
    switch (now) {
      case REBALANCING -> rebalancingSince = System.nanoTime();
      case RUNNING -> {
        Duration took = Duration.ofNanos(System.nanoTime() - rebalancingSince);
        int tasks = view.threads().stream().mapToInt(thread -> thread.tasks().size()).sum();
        LOG.atInfo()
            .addKeyValue("rebalanceMillis", took.toMillis())
            .addKeyValue("tasks", tasks)
            .log("rebalanced in {} ms: this instance has {} tasks", took.toMillis(), tasks);
      }
      case NOT_RUNNING -> LOG.info("stopped");
      case ERROR -> LOG.error("stopped by a failure; the lines before this one say which");
      default -> {}
    }
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
