package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.ContainerBroker;
import dev.icrstreams.support.ContainerCluster;
import dev.icrstreams.support.ContainerCluster.Replicas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A service under steady load whose brokers have faults at random moments, and the check of what
 * came out of it. Recovered is where the only broker has returned the first answer made after that,
 * and where others are left, all that was sent in the second after the loss. Runs are told by
 * system properties: {@code icr.faults}, how many (1); {@code icr.outage.seconds}, how long the
 * shortest lasts (8, longer than the session timeout), times the number of brokers; {@code
 * icr.rate}, fields a second (10); {@code icr.seed}. What happened is appended to {@code
 * target/broker-faults.txt}.
 */
final class FaultRun {
  static final int FAULTS = Integer.getInteger("icr.faults", 1);

  private static final long SEED = Long.getLong("icr.seed", 20_261_121L);
  private static final int RATE = Integer.getInteger("icr.rate", 10);
  private static final double OUTAGE =
      Double.parseDouble(System.getProperty("icr.outage.seconds", "8"));
  private static final Path REPORT = Path.of("target", "broker-faults.txt");
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** So many fields under as many keys as there are leave none of six partitions empty. */
  private static final int EVERY_PARTITION = 40;

  /** All that the service needs of the brokers, their own topics included. */
  private static final List<String> INTERNAL = List.of("__transaction_state", "__consumer_offsets");

  private final ContainerCluster cluster;
  private final Map<String, Content> undisturbed;
  private final Random random = new Random(SEED);
  private final Recoveries recoveries = new Recoveries();

  /** On brokers that run. */
  FaultRun(ContainerCluster cluster, Map<String, Content> undisturbed) {
    this.cluster = cluster;
    this.undisturbed = undisturbed;
  }

  /** Runs, reports, and fails if a promise was broken. */
  void under(BrokerFault fault) throws Exception {
    int brokers = cluster.brokers().size();
    String name = (brokers + "-brokers-" + fault).toLowerCase(Locale.ROOT);
    Config config = Site.topics(cluster.bootstrapServers(), name, 6);
    try (Load load = new Load(config, undisturbed, SEED);
        IcrService service = IcrService.start(config)) {
      SteadyLoad steady = new SteadyLoad(load, RATE, PATIENCE, () -> name + ", seed " + SEED);
      service.awaitRunning(START);
      // a partition that a producer has never written to takes its second batch before its first
      // when the first meets a broker that is no leader yet; that first one is refused for ever
      load.produce(EVERY_PARTITION);
      steady.awaitAnswerAfter(0);
      load.settle();
      List<Long> losses = new ArrayList<>();
      for (int i = 0; i < FAULTS; i++) {
        awaitReplicas(config, steady);
        steady.run(1 + 3 * random.nextDouble());
        ContainerBroker broker = cluster.brokers().get(random.nextInt(brokers));
        losses.add(System.currentTimeMillis());
        fault.begin(broker);
        try {
          steady.run(outage());
        } finally {
          fault.end(broker);
        }
        if (brokers == 1) {
          recoveries.add(steady.awaitAnswerAfter(System.currentTimeMillis()));
        }
      }
      awaitReplicas(config, steady);
      load.drain(PATIENCE);
      if (brokers > 1) {
        losses.forEach(lostAt -> recoveries.add(load.answeredAfter(lostAt, lostAt + 1_000)));
      }
      String line = name + ", seed " + SEED + ": " + load.checker() + "; " + recoveries;
      report(line);
      load.checker().assertHolds(line);
      assertFalse(service.hasFailed(), line);
    }
  }

  /** With brokers left, long enough for them to notice and to go on without the lost one. */
  private double outage() {
    return OUTAGE * cluster.brokers().size() * (1 + random.nextDouble() / 2);
  }

  /** Losing a second broker before the first has caught up would be two faults. */
  private void awaitReplicas(Config config, SteadyLoad steady) throws Exception {
    int wanted = cluster.brokers().size();
    List<String> topics = new ArrayList<>(INTERNAL);
    for (var key :
        List.of(
            Keys.SCANNED_FIELDS,
            Keys.RECOGNIZED_NUMBERS,
            Keys.REVIEW_ITEMS,
            Keys.REJECTED_FIELDS)) {
      topics.add(config.get(key));
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Replicas replicas = cluster.replicas(topics);
    while (replicas.inSync() < wanted) {
      assertTrue(
          System.nanoTime() < deadline,
          () -> "not in sync again after " + PATIENCE + ", seed " + SEED);
      steady.run(0.5);
      replicas = cluster.replicas(topics);
    }
    assertTrue(replicas.all() == wanted, () -> "a topic is not on all of " + wanted + " brokers");
  }

  private static void report(String line) throws IOException {
    System.out.println(line);
    Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
