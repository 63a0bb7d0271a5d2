package dev.icrstreams.client.broker;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What every Kafka client of the project starts from. */
public final class ClientProperties {
  private static final int DELIVERY_TIMEOUT_MS = 30_000;

  private ClientProperties() {}

  /** The pass-through properties and the brokers; callers add their own. */
  public static Map<String, Object> of(Config config) {
    Map<String, Object> properties = new HashMap<>(config.kafka());
    properties.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.get(Keys.BOOTSTRAP_SERVERS));
    return properties;
  }

  /** The same for a producer that loses and repeats nothing, and gives up after a while. */
  public static Map<String, Object> ofProducer(Config config) {
    Map<String, Object> properties = of(config);
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
    properties.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS / 3);
    return properties;
  }

  /**
   * A producer of bytes.
   *
   * @throws BrokerException if the properties make none
   */
  public static Producer<byte[], byte[]> producer(Map<String, Object> properties) {
    try {
      return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw new BrokerException(Refusal.unusable(e), e);
    }
  }

  /** The same for a consumer of committed records that leaves no trace on the broker. */
  public static Map<String, Object> ofReader(Config config) {
    Map<String, Object> properties = of(config);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
    return properties;
  }
}
