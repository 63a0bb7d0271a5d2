package dev.icrstreams.guarantee;

import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.wire.RecordSizes;
import java.util.Map;

/** A broker and topics on it, with short time-outs so that faults pass quickly. */
final class Site {
  /** What the brokers wait for a silent instance, in milliseconds. */
  static final int SESSION_TIMEOUT_MS = 6_000;

  private Site() {}

  /** What a broker, here or in a container, is told. */
  static Map<String, String> settings() {
    String session = Integer.toString(SESSION_TIMEOUT_MS);
    return Map.of(
        "group.streams.min.session.timeout.ms", session,
        "group.streams.session.timeout.ms", session,
        "group.streams.heartbeat.interval.ms", "1000",
        "group.streams.min.heartbeat.interval.ms", "1000",
        "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
  }

  static EmbeddedKafka broker() {
    BrokerOptions options =
        BrokerOptions.defaults().withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults()));
    for (Map.Entry<String, String> setting : settings().entrySet()) {
      options = options.withProperty(setting.getKey(), setting.getValue());
    }
    return EmbeddedKafka.start(options);
  }

  /** A configuration with topics of its own, which are made. */
  static Config topics(EmbeddedKafka kafka, String name, int partitions) {
    return topics(kafka.bootstrapServers(), name, partitions);
  }

  /** The same on other brokers. */
  static Config topics(String brokers, String name, int partitions) {
    Config config =
        ReadSamples.CONFIG
            .with(Keys.BOOTSTRAP_SERVERS, brokers)
            .with(Keys.TOPIC_PARTITIONS, Integer.toString(partitions))
            .with(Keys.APPLICATION_ID, name)
            .with(Keys.SCANNED_FIELDS, name + ".scanned-fields")
            .with(Keys.RECOGNIZED_NUMBERS, name + ".recognized-numbers")
            .with(Keys.REVIEW_ITEMS, name + ".review-items")
            .with(Keys.REJECTED_FIELDS, name + ".rejected-fields")
            .with(Keys.CORRECTIONS, name + ".corrections");
    new Topics(config).create();
    return config;
  }
}
