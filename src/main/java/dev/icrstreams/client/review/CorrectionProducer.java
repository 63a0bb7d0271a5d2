package dev.icrstreams.client.review;

import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.broker.ClientProperties;
import dev.icrstreams.client.broker.Refusal;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.Origin;
import dev.icrstreams.wire.CorrectionCodec;
import dev.icrstreams.wire.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends people's answers. Threads may share it. */
public final class CorrectionProducer implements AutoCloseable {
  private final CorrectionCodec codec;
  private final String topic;
  private final String brokers;
  private final Producer<byte[], byte[]> producer;

  /** A producer for the topic of corrections. */
  public CorrectionProducer(Config config) {
    this.codec = new CorrectionCodec(config, RecordFormat.of(config));
    this.topic = config.get(Keys.CORRECTIONS);
    this.brokers = config.get(Keys.BOOTSTRAP_SERVERS);
    this.producer = ClientProperties.producer(ClientProperties.ofProducer(config));
  }

  /**
   * Sends an answer and waits until the broker has it.
   *
   * @return where it is in the topic
   * @throws BrokerException if it could not be delivered
   * @throws dev.icrstreams.wire.registry.RegistryException if a registry does not tell the schema
   */
  public Origin send(Correction correction) {
    byte[] key = correction.fieldId().getBytes(StandardCharsets.UTF_8);
    try {
      RecordMetadata meta =
          producer.send(new ProducerRecord<>(topic, key, codec.encode(correction))).get();
      return new Origin(meta.topic(), meta.partition(), meta.offset());
    } catch (ExecutionException e) {
      throw Refusal.undelivered(correction.fieldId(), topic, brokers, e.getCause());
    } catch (KafkaException e) {
      throw Refusal.undelivered(correction.fieldId(), topic, brokers, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("interrupted while sending " + correction.fieldId(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
