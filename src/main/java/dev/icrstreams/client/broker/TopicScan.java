package dev.icrstreams.client.broker;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning to where it ends now, committed records only. */
public final class TopicScan {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MOST_EMPTY_POLLS = 60;

  private TopicScan() {}

  /**
   * Hands over every record, partition by partition in their order.
   *
   * @throws BrokerException if there is no broker or no such topic, or it stops answering
   */
  public static void read(
      Config config, String topic, Consumer<ConsumerRecord<byte[], byte[]>> eachRecord) {
    try (var consumer = reader(config)) {
      List<TopicPartition> partitions = partitions(consumer, topic, config);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      int empty = 0;
      // positions, not records: transaction markers and aborted records take offsets too
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        var records = consumer.poll(POLL);
        records.forEach(eachRecord);
        empty = records.isEmpty() ? empty + 1 : 0;
        if (empty > MOST_EMPTY_POLLS) {
          throw new BrokerException("cannot read on in " + topic + ": the broker sends nothing");
        }
      }
    } catch (KafkaException e) {
      throw refused(topic, e);
    }
  }

  /**
   * A consumer of committed records without a group.
   *
   * @throws BrokerException if the configuration makes none
   */
  public static KafkaConsumer<byte[], byte[]> reader(Config config) {
    try {
      return new KafkaConsumer<>(
          ClientProperties.ofReader(config),
          new ByteArrayDeserializer(),
          new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw new BrokerException(Refusal.unusable(e), e);
    }
  }

  /** What to throw where a topic cannot be read. */
  public static BrokerException refused(String topic, KafkaException e) {
    return new BrokerException(
        "cannot read " + topic + ": " + Refusal.reason(e, Right.read(topic)), e);
  }

  /**
   * A topic's partitions.
   *
   * @throws BrokerException if there is no broker or no such topic
   */
  public static List<TopicPartition> partitions(
      org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, String topic, Config config) {
    String brokers = config.get(Keys.BOOTSTRAP_SERVERS);
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new BrokerException("there is no topic " + topic + " at " + brokers);
      }
      return partitions;
    } catch (TimeoutException e) {
      throw new BrokerException(Refusal.noAnswer(config), e);
    } catch (KafkaException e) {
      throw refused(topic, e);
    }
  }
}
