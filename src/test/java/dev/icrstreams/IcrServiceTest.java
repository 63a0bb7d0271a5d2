package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.Topics;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.wire.RecordSizes;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcrServiceTest {
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
  void answersEverySampleOnce(String protocol) {
    EndToEnd.answersEverySampleOnce(
        config("end-to-end-" + protocol).with(Keys.GROUP_PROTOCOL, protocol));
  }

  @Test
  void doesNotStartWithoutItsTopics() {
    var e = assertThrows(BrokerException.class, () -> IcrService.start(config("no-topics")));
    assertTrue(
        e.getMessage().contains("there is no topic no-topics.scanned-fields"), e.getMessage());
    assertTrue(e.getMessage().contains("icr topics"), e.getMessage());
  }

  @Test
  void doesNotStartWithTopicsThatAreTooSmall() {
    Config config = config("too-small");
    new Topics(config).create();
    var e =
        assertThrows(
            BrokerException.class,
            () -> IcrService.start(config.with(Keys.LIMIT_RECORD_BYTES, "4000000")));
    assertTrue(e.getMessage().contains("max.message.bytes"), e.getMessage());
  }

  @Test
  void doesNotJoinAGroupOfTheOtherProtocol() {
    Config config = config("mixed").with(Keys.GROUP_PROTOCOL, "classic");
    new Topics(config).create();
    try (IcrService service = IcrService.start(config)) {
      service.awaitRunning(Duration.ofSeconds(60));
      var e =
          assertThrows(
              BrokerException.class,
              () -> IcrService.start(config.with(Keys.GROUP_PROTOCOL, "streams")));
      assertTrue(e.getMessage().contains("icr.group-protocol"), e.getMessage());
    }
  }

  @Test
  void doesNotStartWithoutAModel() {
    var e =
        assertThrows(
            UncheckedIOException.class,
            () -> IcrService.start(config("no-model").with(Keys.MODEL_PATH, "/nowhere/m.zip")));
    assertTrue(e.getMessage().contains("/nowhere/m.zip"), e.getMessage());
  }

  @Test
  void saysWhenNoBrokerAnswers() {
    Config nowhere =
        Config.defaults()
            .with(Keys.BOOTSTRAP_SERVERS, "127.0.0.1:1")
            .with(
                Map.of(
                    "icr.kafka.default.api.timeout.ms",
                    "1000",
                    "icr.kafka.request.timeout.ms",
                    "500"),
                "test");
    var e = assertThrows(BrokerException.class, () -> IcrService.start(nowhere));
    assertTrue(e.getMessage().contains("127.0.0.1:1"), e.getMessage());
  }

  private static Config config(String name) {
    return ReadSamples.CONFIG
        .with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers())
        .with(Keys.APPLICATION_ID, name)
        .with(Keys.SCANNED_FIELDS, name + ".scanned-fields")
        .with(Keys.RECOGNIZED_NUMBERS, name + ".recognized-numbers")
        .with(Keys.REVIEW_ITEMS, name + ".review-items")
        .with(Keys.REJECTED_FIELDS, name + ".rejected-fields")
        .with(Keys.CORRECTIONS, name + ".corrections");
  }
}
