package dev.icrstreams.client;

import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.broker.ClientProperties;
import dev.icrstreams.client.broker.Refusal;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.wire.FieldHeaders;
import dev.icrstreams.wire.RecordSizes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Sends scanned fields as raw images: the file's bytes as value, the field id as key, the rest in
 * headers. Bytes that are no image are sent like any other: the service answers them. Threads may
 * share it.
 */
public final class FieldProducer implements AutoCloseable {
  private final String topic;
  private final String brokers;
  private final Producer<byte[], byte[]> producer;

  /** A producer for the input topic. */
  public FieldProducer(Config config) {
    this.topic = config.get(Keys.SCANNED_FIELDS);
    this.brokers = config.get(Keys.BOOTSTRAP_SERVERS);
    Map<String, Object> properties = ClientProperties.ofProducer(config);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RecordSizes.largestInput(config));
    this.producer = ClientProperties.producer(properties);
  }

  /** A field that was handed to the producer. */
  public final class Sent {
    private final String id;
    private final Future<RecordMetadata> future;

    private Sent(String id, Future<RecordMetadata> future) {
      this.id = id;
      this.future = future;
    }

    /**
     * Waits until the broker has it.
     *
     * @throws RejectedFieldException if it is too large to be sent
     * @throws BrokerException if it could not be delivered
     */
    public Origin origin() {
      try {
        RecordMetadata meta = future.get();
        return new Origin(meta.topic(), meta.partition(), meta.offset());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RecordTooLargeException) {
          throw new RejectedFieldException(
              ErrorCode.TOO_LARGE, "too large to be sent: " + e.getCause().getMessage(), e);
        }
        throw Refusal.undelivered(id, topic, brokers, e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BrokerException("interrupted while sending " + id, e);
      }
    }
  }

  /**
   * Hands a field to the producer.
   *
   * @throws BrokerException if it cannot be sent at all
   */
  public Sent send(
      String id,
      byte[] image,
      String formId,
      String fieldName,
      Constraints constraints,
      Map<String, String> attributes) {
    var record = new ProducerRecord<>(topic, null, id.getBytes(StandardCharsets.UTF_8), image);
    FieldHeaders.add(record.headers(), formId, fieldName, constraints, attributes);
    try {
      return new Sent(id, producer.send(record));
    } catch (KafkaException e) {
      throw Refusal.undelivered(id, topic, brokers, e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
