package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.Conservation;
import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.client.ResultConsumer;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResetCommandTest {
  private static EmbeddedKafka kafka;

  @BeforeAll
  static void startKafka() {
    kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults())));
  }

  @AfterAll
  static void stopKafka() {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams", "classic"})
  void answersEverythingAgainAfterAResetToTheBeginning(String protocol) throws Exception {
    Config config = config(protocol);
    new Topics(config).create();
    assertEquals(ExitCode.FAILED, reset(config).code(), "there is no group yet");
    String internal = config.get(Keys.APPLICATION_ID) + "-store-changelog";
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(internal, 1, (short) 1))).all().get();
      List<Samples.Sample> samples = Samples.all().subList(0, 5);
      try (IcrService service = IcrService.start(config)) {
        service.awaitRunning(Duration.ofSeconds(60));
        answerOnce(config, samples);
        Cli refused = reset(config, "--execute");
        assertEquals(ExitCode.FAILED, refused.code(), refused.out());
        assertTrue(refused.err().contains("stop every instance first"), refused.err());
      }
      Cli dry = awaitReset(config);
      assertTrue(dry.out().contains(internal + "\tthere\tdeleted"), dry.out());
      assertTrue(dry.err().contains("nothing was changed"), dry.err());
      assertTrue(dry.err().contains(protocol + " group"), dry.err());
      assertTrue(admin.listTopics().names().get().contains(internal));
      assertEquals(dry.out(), reset(config).out(), "a dry run changes nothing");

      Cli done = reset(config, "--execute");
      assertEquals(ExitCode.DONE, done.code(), done.err());
      assertFalse(admin.listTopics().names().get().contains(internal));
      assertTrue(reset(config).lines().stream().skip(1).allMatch(line -> line.endsWith("\t0\t0")));

      try (IcrService service = IcrService.start(config);
          ResultConsumer results = new ResultConsumer(config)) {
        service.awaitRunning(Duration.ofSeconds(60));
        assertEquals(2 * samples.size(), count(results, 2 * samples.size()));
      }
      assertEquals(ExitCode.DONE, awaitReset(config, "--to", "latest", "--execute").code());
      assertFalse(reset(config, "--to", "latest").out().isBlank());
      assertTrue(
          reset(config).lines().stream().skip(1).anyMatch(line -> line.matches(".*\t[1-9]\t0")));
    }
  }

  /** A group's last member may have left a moment before the broker says so. */
  private static Cli awaitReset(Config config, String... more) throws InterruptedException {
    Cli cli = reset(config, more);
    for (int i = 0; i < 100 && cli.code() != ExitCode.DONE; i++) {
      TimeUnit.MILLISECONDS.sleep(200);
      cli = reset(config, more);
    }
    assertEquals(ExitCode.DONE, cli.code(), cli.err());
    return cli;
  }

  private static void answerOnce(Config config, List<Samples.Sample> samples) {
    Conservation conservation = new Conservation();
    try (FieldProducer producer = new FieldProducer(config);
        ResultConsumer results = new ResultConsumer(config)) {
      for (Samples.Sample sample : samples) {
        conservation.produced(
            producer
                .send(sample.file(), sample.image(), "", "", Constraints.NONE, Map.of())
                .origin());
      }
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (conservation.lost() > 0 && System.nanoTime() < deadline) {
        results.poll(Duration.ofMillis(200)).forEach(conservation::arrived);
      }
    }
    assertTrue(conservation.balances(), conservation.toString());
  }

  private static int count(ResultConsumer results, int wanted) {
    int seen = 0;
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (seen < wanted && System.nanoTime() < deadline) {
      seen += results.poll(Duration.ofMillis(200)).size();
    }
    return seen + results.poll(Duration.ofSeconds(1)).size();
  }

  private static Cli reset(Config config, String... more) {
    List<String> line = new ArrayList<>(List.of("reset"));
    config.entries().stream()
        .filter(entry -> !entry.origin().equals("default"))
        .forEach(entry -> line.addAll(List.of("--set", entry.name() + "=" + entry.text())));
    line.addAll(List.of(more));
    return Cli.run(line.toArray(String[]::new));
  }

  private static Config config(String protocol) {
    return Config.defaults()
        .with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers())
        .with(Keys.GROUP_PROTOCOL, protocol)
        .with(Keys.APPLICATION_ID, "reset-" + protocol)
        .with(Keys.SCANNED_FIELDS, protocol + ".scanned-fields")
        .with(Keys.RECOGNIZED_NUMBERS, protocol + ".recognized-numbers")
        .with(Keys.REVIEW_ITEMS, protocol + ".review-items")
        .with(Keys.REJECTED_FIELDS, protocol + ".rejected-fields")
        .with(Keys.CORRECTIONS, protocol + ".corrections");
  }
}
