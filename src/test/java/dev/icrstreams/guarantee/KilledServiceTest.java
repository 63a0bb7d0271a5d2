package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.config.Config;
import dev.icrstreams.support.ReadSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The service in processes of its own, killed with SIGKILL at random moments under load. More kills
 * and other seeds: {@code mvn test -Dtest=KilledServiceTest -Dicr.kills=20 -Dicr.seed=1}. What
 * happened is appended to {@code target/killed-service.txt}.
 */
class KilledServiceTest {
  private static final int KILLS = Integer.getInteger("icr.kills", 2);
  private static final long SEED = Long.getLong("icr.seed", 20_261_121L);
  private static final Path LOG = Path.of("target", "killed-service.log");
  private static final Path REPORT = Path.of("target", "killed-service.txt");

  /** Fields a second, below what one instance reads. */
  private static final int RATE = Integer.getInteger("icr.rate", 10);

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static EmbeddedKafka kafka;
  private static Map<String, Content> undisturbed;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(LOG.getParent());
    kafka = Site.broker();
    undisturbed = Undisturbed.contents(ReadSamples.CONFIG);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void nothingIsLostOrRepeatedWhenTheOnlyInstanceIsKilled() throws Exception {
    killed("one instance", 1, KILLS);
  }

  @Test
  void nothingIsLostOrRepeatedWhenOneOfTwoInstancesIsKilled() throws Exception {
    killed("two instances, one killed", 2, Math.max(1, KILLS / 2));
  }

  private static void killed(String name, int instances, int kills) throws Exception {
    Config config = Site.topics(kafka, "killed-" + instances, 6);
    Random random = new Random(SEED);
    Recoveries recoveries = new Recoveries();
    List<ServiceProcess> services = new ArrayList<>();
    try (Load load = new Load(config, undisturbed, SEED)) {
      SteadyLoad steady = new SteadyLoad(load, RATE, PATIENCE, () -> "see " + LOG);
      for (int i = 0; i < instances; i++) {
        services.add(ServiceProcess.start(config, LOG));
      }
      steady.awaitAnswerAfter(0);
      for (int kill = 0; kill < kills; kill++) {
        steady.run(1 + 4 * random.nextDouble());
        int victim = random.nextInt(instances);
        assertTrue(services.get(victim).isAlive(), "ended by itself: see " + LOG);
        services.get(victim).kill();
        long killedAt = System.currentTimeMillis();
        services.set(victim, ServiceProcess.start(config, LOG));
        steady.mark();
        // with another instance alive, answers go on; recovered is what the dead one held
        recoveries.add(
            instances == 1 ? steady.awaitAnswerAfter(killedAt) : steady.awaitMarked(killedAt));
      }
      load.drain(PATIENCE);
      String line = name + ", seed " + SEED + ": " + load.checker() + "; " + recoveries;
      System.out.println(line);
      Files.writeString(REPORT, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      load.checker().assertHolds(line);
    } finally {
      services.forEach(ServiceProcess::close);
    }
  }
}
