package dev.icrstreams.stream;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.stream.failure.DeadLetters;
import dev.icrstreams.wire.RecordSizes;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The service's configuration in Kafka Streams' terms. */
public final class StreamsProperties {
  private StreamsProperties() {}

  /**
   * Properties for {@code KafkaStreams}: first what may be overridden through {@code icr.kafka.*},
   * then that, then what the guarantees rest on.
   */
  public static Properties of(Config config) {
    return of(config, FieldListener.NONE);
  }

  /** The same, with somebody who wants to know of dead letters. */
  public static Properties of(Config config, FieldListener fields) {
    int maxRecordBytes = RecordSizes.largestOutput(config);
    Properties properties = new Properties();
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    properties.putAll(config.kafka());

    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, config.get(Keys.APPLICATION_ID));
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.get(Keys.BOOTSTRAP_SERVERS));
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.get(Keys.STREAM_THREADS));
    properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, config.get(Keys.GROUP_PROTOCOL).toString());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    properties.put(
        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, config.get(Keys.REJECTED_FIELDS));
    properties.put(DeadLetters.MAX_RECORD_BYTES, maxRecordBytes);
    properties.put(DeadLetters.LISTENER, fields);
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), maxRecordBytes);
    if (!config.get(Keys.STATE_DIR).isEmpty()) {
      properties.put(StreamsConfig.STATE_DIR_CONFIG, config.get(Keys.STATE_DIR));
    }
    return properties;
  }
}
