package dev.icrstreams.client.review;

import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.broker.ClientProperties;
import dev.icrstreams.client.broker.Refusal;
import dev.icrstreams.client.broker.TopicScan;
import dev.icrstreams.config.Config;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.wire.InputDecoder;
import dev.icrstreams.wire.RecordFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The images that review items only refer to ({@code icr.review.include-image=false}), from the
 * input topic, as long as that keeps them. Without a group. For one thread.
 */
public final class InputImages implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final InputDecoder decoder;

  /**
   * A reader of this configuration's input.
   *
   * @throws BrokerException if the configuration makes no Kafka client
   */
  public InputImages(Config config) {
    this.decoder = new InputDecoder(config, RecordFormat.of(config));
    Map<String, Object> properties = ClientProperties.ofReader(config);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    // an offset that is gone must not become another record
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    try {
      this.consumer =
          new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException e) {
      throw new BrokerException(Refusal.unusable(e), e);
    }
  }

  /**
   * The image file of an input record.
   *
   * @param sha256 what it must be, in lower-case hexadecimal
   * @return empty if the record is no longer there, or holds another image
   * @throws BrokerException if the topic cannot be read
   */
  public Optional<byte[]> image(Origin origin, String sha256) {
    try {
      return record(origin)
          .flatMap(record -> image(origin, record))
          .filter(image -> sha256(image).equals(sha256));
    } catch (KafkaException e) {
      throw TopicScan.refused(origin.topic(), e);
    }
  }

  private Optional<ConsumerRecord<byte[], byte[]>> record(Origin origin) {
    TopicPartition partition = new TopicPartition(origin.topic(), origin.partition());
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    if (origin.offset() < consumer.beginningOffsets(one).get(partition)
        || origin.offset() >= consumer.endOffsets(one).get(partition)) {
      return Optional.empty();
    }
    consumer.seek(partition, origin.offset());
    long end = System.nanoTime() + PATIENCE.toNanos();
    // positions: an aborted record is passed over
    while (consumer.position(partition) <= origin.offset()) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
        return Optional.of(record).filter(found -> found.offset() == origin.offset());
      }
      if (System.nanoTime() > end) {
        throw new BrokerException("cannot read " + origin + ": the broker sends nothing");
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> image(Origin origin, ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(
          decoder.decode(origin, record.key(), record.value(), record.headers()).image());
    } catch (RejectedFieldException e) {
      return Optional.empty();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
