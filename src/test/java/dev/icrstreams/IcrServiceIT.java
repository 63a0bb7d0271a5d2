package dev.icrstreams;

import dev.icrstreams.config.Keys;
import dev.icrstreams.support.KafkaContainers;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.support.RequiresDocker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.kafka.KafkaContainer;

/** The service against Kafka in a container. */
@RequiresDocker
class IcrServiceIT {
  private static KafkaContainer kafka;

  @BeforeAll
  static void startContainer() {
    kafka = KafkaContainers.create();
    kafka.start();
  }

  @AfterAll
  static void stopContainer() {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams", "classic"})
  void answersEverySampleOnce(String protocol) {
    EndToEnd.answersEverySampleOnce(
        ReadSamples.CONFIG
            .with(Keys.BOOTSTRAP_SERVERS, kafka.getBootstrapServers())
            .with(Keys.GROUP_PROTOCOL, protocol)
            .with(Keys.APPLICATION_ID, protocol)
            .with(Keys.SCANNED_FIELDS, protocol + ".scanned-fields")
            .with(Keys.RECOGNIZED_NUMBERS, protocol + ".recognized-numbers")
            .with(Keys.REVIEW_ITEMS, protocol + ".review-items")
            .with(Keys.REJECTED_FIELDS, protocol + ".rejected-fields")
            .with(Keys.CORRECTIONS, protocol + ".corrections"));
  }
}
