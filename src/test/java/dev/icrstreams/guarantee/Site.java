package dev.icrstreams.guarantee;

import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.wire.RecordSizes;

/** A broker in this process and topics on it, with short time-outs so that faults pass quickly. */
final class Site {
  /** What the brokers wait for a silent instance, in milliseconds. */
  static final int SESSION_TIMEOUT_MS = 6_000;

  /** What the brokers wait for an abandoned transaction, in milliseconds. */
  static final int TRANSACTION_TIMEOUT_MS = 5_000;

  private Site() {}

  static EmbeddedKafka broker() {
    String session = Integer.toString(SESSION_TIMEOUT_MS);
    return EmbeddedKafka.start(
        BrokerOptions.defaults()
            .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults()))
            .withProperty("group.streams.min.session.timeout.ms", session)
            .withProperty("group.streams.session.timeout.ms", session)
            .withProperty("group.streams.heartbeat.interval.ms", "1000")
            .withProperty("group.streams.min.heartbeat.interval.ms", "1000")
            .withProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"));
  }

  /** A configuration with topics of its own, which are made. */
  static Config topics(EmbeddedKafka kafka, String name, int partitions) {
    Config config =
        ReadSamples.CONFIG
            .with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers())
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
