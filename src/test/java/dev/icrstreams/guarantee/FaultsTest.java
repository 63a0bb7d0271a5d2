package dev.icrstreams.guarantee;

import dev.icrstreams.IcrService;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.config.Config;
import dev.icrstreams.support.ReadSamples;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Brokers that go and come back, and instances that come and go, under load. */
class FaultsTest {
  private static final long SEED = Long.getLong("icr.seed", 20_261_121L);
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static EmbeddedKafka kafka;
  private static Map<String, Content> undisturbed;

  @BeforeAll
  static void start() {
    kafka = Site.broker();
    undisturbed = Undisturbed.contents(ReadSamples.CONFIG);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void nothingIsLostOrRepeatedWhenTheBrokerRestarts() throws Exception {
    Config config = Site.topics(kafka, "restarts", 3);
    try (Load load = new Load(config, undisturbed, SEED);
        IcrService service = IcrService.start(config)) {
      service.awaitRunning(START);
      for (int restart = 0; restart < 2; restart++) {
        load.produce(40);
        load.settle();
        load.take(Duration.ofMillis(300));
        kafka.stop();
        Thread.sleep(1_500);
        kafka.resume();
      }
      load.produce(20);
      load.drain(PATIENCE);
      load.checker().assertHolds("broker restarted, seed " + SEED);
    }
  }

  @Test
  void nothingIsLostOrRepeatedWhenInstancesComeAndGo() {
    Config config = Site.topics(kafka, "scaled", 6);
    Deque<IcrService> services = new ArrayDeque<>();
    try (Load load = new Load(config, undisturbed, SEED)) {
      for (int instances : new int[] {1, 3, 2, 3, 1}) {
        while (services.size() < instances) {
          services.addLast(IcrService.start(config));
        }
        services.getLast().awaitRunning(START);
        load.produce(30);
        load.settle();
        load.take(Duration.ofMillis(300));
        // the oldest goes first, as in a rolling restart
        while (services.size() > instances) {
          services.removeFirst().close();
        }
      }
      load.produce(20);
      load.drain(PATIENCE);
      load.checker().assertHolds("instances came and went, seed " + SEED);
    } finally {
      services.forEach(IcrService::close);
    }
  }
}
