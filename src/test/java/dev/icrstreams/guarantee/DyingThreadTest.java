package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Stage;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.stream.IcrTopology;
import dev.icrstreams.stream.StreamsProperties;
import dev.icrstreams.stream.ThreadReplacement;
import dev.icrstreams.support.BrokerProbe;
import dev.icrstreams.support.Corrections;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.wire.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stream threads that die while they have a field in hand, and outputs that are refused. */
class DyingThreadTest {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path state;

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

  /**
   * One death a round, and the next round once all is answered: a field that is in hand at two
   * deaths is poison, and rightly a dead letter.
   */
  @Test
  void nothingIsLostOrRepeatedWhenThreadsDieInMidField() {
    long seed = 7;
    AtomicBoolean armed = new AtomicBoolean();
    Config config = Site.topics(kafka, "dying", 3);
    AtomicInteger fields = new AtomicInteger();
    AtomicInteger deaths = new AtomicInteger();
    try (Load load = new Load(config, undisturbed, seed);
        IcrService service =
            IcrService.start(
                config,
                dyingAt(
                    Stage.CLASSIFY,
                    () -> fields.incrementAndGet() % 20 == 0 && armed.getAndSet(false),
                    deaths))) {
      service.awaitRunning(START);
      for (int round = 0; round < 3; round++) {
        armed.set(true);
        load.produce(44);
        load.drain(PATIENCE);
      }
      load.checker().assertHolds("seed " + seed + ", " + deaths + " deaths");
    }
    assertTrue(deaths.get() >= 3, deaths + " deaths");
  }

  @Test
  void aRecordThatKillsItsThreadTwiceIsPoisonAndTheOthersGoOn() throws Exception {
    Config config = Site.topics(kafka, "poison", 1);
    AtomicInteger deaths = new AtomicInteger();
    byte[] image = ReadSamples.accepted().image();
    BrokerProbe probe = new BrokerProbe(kafka.bootstrapServers());
    try (IcrService service =
        IcrService.start(config, dyingAt(Stage.SEGMENT, () -> deaths.get() < 3, deaths))) {
      service.awaitRunning(START);
      probe.send(config.get(Keys.SCANNED_FIELDS), image);
      var letters = awaitCommitted(probe, config.get(Keys.REJECTED_FIELDS));
      assertEquals(
          ErrorCode.POISON.name(),
          new String(
              letters.get(0).headers().lastHeader(DeadLetterHeaders.ERROR_CODE).value(),
              StandardCharsets.UTF_8));
      assertEquals(2, deaths.get());
      deaths.set(3);
      probe.send(config.get(Keys.SCANNED_FIELDS), image);
      assertEquals(1, awaitCommitted(probe, config.get(Keys.RECOGNIZED_NUMBERS)).size());
    }
  }

  @Test
  void aCorrectionThatKillsItsThreadTwiceIsPoisonToo() throws Exception {
    Config config = Site.topics(kafka, "poisoned-correction", 1);
    AtomicInteger deaths = new AtomicInteger();
    FieldListener dying =
        new FieldListener() {
          @Override
          public void corrected(Outcome verdict) {
            deaths.incrementAndGet();
            throw new InternalError("simulated native failure");
          }
        };
    Properties properties = StreamsProperties.of(config);
    properties.put("state.dir", state.toString());
    BrokerProbe probe = new BrokerProbe(kafka.bootstrapServers());
    probe.send(config.get(Keys.CORRECTIONS), Corrections.ofFirstField(config, Outcome.BLANK, ""));
    try (KafkaStreams streams =
        new KafkaStreams(IcrTopology.of(config, StageListener.NONE, dying), properties)) {
      streams.setUncaughtExceptionHandler(new ThreadReplacement(config));
      streams.start();
      var letters = awaitCommitted(probe, config.get(Keys.REJECTED_FIELDS));
      assertEquals(
          ErrorCode.POISON.name(),
          new String(
              letters.get(0).headers().lastHeader(DeadLetterHeaders.ERROR_CODE).value(),
              StandardCharsets.UTF_8));
      assertEquals(2, deaths.get());
      assertEquals(List.of(), probe.committed(config.get(Keys.RECOGNIZED_NUMBERS)));
    }
  }

  @Test
  void tooManyDeathsStopTheService() throws Exception {
    Config config = Site.topics(kafka, "hopeless", 1).with(Keys.MAX_REPLACED_THREADS, "1");
    AtomicInteger deaths = new AtomicInteger();
    BrokerProbe probe = new BrokerProbe(kafka.bootstrapServers());
    try (IcrService service =
        IcrService.start(config, dyingAt(Stage.SEGMENT, () -> true, deaths))) {
      service.awaitRunning(START);
      byte[] image = ReadSamples.accepted().image();
      probe.send(config.get(Keys.SCANNED_FIELDS), image, image);
      service.awaitEnd();
      assertTrue(service.hasFailed());
      assertEquals(2, deaths.get());
      assertEquals(List.of(), probe.committed(config.get(Keys.REJECTED_FIELDS)));
    }
  }

  @Test
  void aRefusedDeadLetterStopsTheServiceAndIsNotLost() throws Exception {
    Config config = Site.topics(kafka, "refused", 1);
    BrokerProbe probe = new BrokerProbe(kafka.bootstrapServers());
    byte[] tooLarge = new byte[config.get(Keys.LIMIT_RECORD_BYTES) + 1];
    new java.util.Random(3).nextBytes(tooLarge);
    try (IcrService service = IcrService.start(config)) {
      service.awaitRunning(START);
      letterBytes(config, "100000");
      probe.send(config.get(Keys.SCANNED_FIELDS), tooLarge);
      service.awaitEnd();
      assertTrue(service.hasFailed());
      assertEquals(List.of(), probe.committed(config.get(Keys.REJECTED_FIELDS)));
    }
    letterBytes(config, "3000000");
    try (IcrService service = IcrService.start(config)) {
      service.awaitRunning(START);
      assertEquals(1, awaitCommitted(probe, config.get(Keys.REJECTED_FIELDS)).size());
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static StageListener dyingAt(Stage at, Condition condition, AtomicInteger deaths) {
    return (stage, nanos) -> {
      if (stage == at
          && Thread.currentThread().getName().contains("StreamThread")
          && condition.holds()) {
        deaths.incrementAndGet();
        throw new InternalError("simulated native failure");
      }
    };
  }

  private static List<org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]>>
      awaitCommitted(BrokerProbe probe, String topic) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var records = probe.committed(topic);
    while (records.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(200);
      records = probe.committed(topic);
    }
    return records;
  }

  private static void letterBytes(Config config, String bytes) throws Exception {
    ConfigResource topic =
        new ConfigResource(ConfigResource.Type.TOPIC, config.get(Keys.REJECTED_FIELDS));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .incrementalAlterConfigs(
              Map.of(
                  topic,
                  List.of(
                      new AlterConfigOp(
                          new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }
}
