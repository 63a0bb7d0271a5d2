package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.ResultConsumer;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.config.SchemaRegistryKeys;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.support.RegistryRecords;
import dev.icrstreams.support.RegistryServer;
import dev.icrstreams.wire.registry.RegistryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A schema registry that is not there, lacks what is needed, or goes and comes back under load. */
class RegistryFaultsTest {
  private static final long SEED = Long.getLong("icr.seed", 20_261_121L);
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static EmbeddedKafka kafka;
  private static RegistryServer registry;

  @BeforeAll
  static void start() {
    kafka = Site.broker();
    registry = RegistryServer.running();
  }

  @AfterAll
  static void stop() {
    kafka.close();
    RegistryServer.running();
  }

  @Test
  void doesNotStartWithoutItsSchemasAndRegistersThemOnlyIfItMay() {
    Config config = config("unregistered", 1);
    String missing =
        assertThrows(RegistryException.class, () -> IcrService.start(config).close()).getMessage();
    assertTrue(missing.contains("dev.icrstreams.avro.RecognizedNumber"), missing);
    assertTrue(missing.contains("unregistered.review-items-value"), missing);
    assertTrue(missing.contains("icr schemas --register"), missing);
    assertFalse(registry.get("/subjects").contains("unregistered"), "registered unasked");

    Config nowhere = config.with(SchemaRegistryKeys.URL, "http://127.0.0.1:1/apis/ccompat/v7");
    String down =
        assertThrows(RegistryException.class, () -> IcrService.start(nowhere).close()).getMessage();
    assertTrue(down.contains("http://127.0.0.1:1/apis/ccompat/v7 does not answer"), down);

    IcrService.start(config.with(SchemaRegistryKeys.AUTO_REGISTER, "true")).close();
    assertTrue(registry.get("/subjects").contains("unregistered.recognized-numbers-value"));
    IcrService.start(config).close();
  }

  @Test
  void nothingIsLostOrRepeatedWhenTheRegistryGoesAndComesBack() throws Exception {
    Map<String, Content> undisturbed = Undisturbed.contents(ReadSamples.CONFIG);
    Config config =
        config("registry", 3)
            .with(SchemaRegistryKeys.AUTO_REGISTER, "true")
            .with(SchemaRegistryKeys.WAIT_SECONDS, "2");
    List<Schema> schemas = new ArrayList<>();
    List<Integer> ids = new ArrayList<>();
    Random random = new Random(SEED);
    try (Load load = new Load(config, undisturbed, SEED);
        IcrService service = IcrService.start(config)) {
      // rejected samples go as they are, so that their letters hold what was sent
      load.encode(
          (key, sample) -> {
            int kind = random.nextInt(schemas.size() + 1);
            return kind == schemas.size()
                    || undisturbed.get(sample.file()).text().startsWith("rejected")
                ? sample.image()
                : RegistryRecords.framed(
                    ids.get(kind), RegistryRecords.field(schemas.get(kind), key, sample.image()));
          });
      service.awaitRunning(START);
      String subject = config.get(Keys.SCANNED_FIELDS) + "-value";
      for (Schema schema :
          List.of(RegistryRecords.older(), RegistryRecords.current(), RegistryRecords.newer())) {
        schemas.add(schema);
        ids.add(registry.register(subject, schema.toString()));
        if (!schema.equals(RegistryRecords.older())) {
          registry.stop();
        }
        load.produce(30);
        load.settle();
        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        while (System.nanoTime() < end) {
          load.take(Duration.ofMillis(200));
        }
        if (!schema.equals(RegistryRecords.older())) {
          assertTrue(load.backlog() > 0, "the outage was not noticed, seed " + SEED);
          registry.start();
        }
        load.drain(PATIENCE);
      }
      assertFalse(service.hasFailed());
      load.checker().assertHolds("registry stopped and started, seed " + SEED);
      System.out.println("registry stopped twice: " + load.checker());
    }
    assertEquals(90, answeredInTheWireFormat(config));
  }

  /** As {@code icr results} reads them. */
  private static int answeredInTheWireFormat(Config config) {
    try (ResultConsumer results = new ResultConsumer(config)) {
      int count = 0;
      int arrived = 1;
      while (arrived > 0) {
        arrived = results.poll(Duration.ofSeconds(2)).size();
        count += arrived;
      }
      return count;
    }
  }

  private static Config config(String name, int partitions) {
    return Site.topics(kafka, name, partitions).with(SchemaRegistryKeys.URL, registry.url());
  }
}
