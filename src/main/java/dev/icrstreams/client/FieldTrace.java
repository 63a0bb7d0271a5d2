package dev.icrstreams.client;

import dev.icrstreams.client.broker.TopicScan;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Key;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.wire.DeadLetterHeaders;
import dev.icrstreams.wire.InputDecoder;
import dev.icrstreams.wire.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Finds every record that a field has left in the service's topics, by its id. Reads all five
 * topics from their beginnings, committed records only, without a group. For one thread.
 */
public final class FieldTrace {
  private static final Map<Key<String>, Kind> KINDS =
      Map.of(
          Keys.SCANNED_FIELDS, Kind.INPUT,
          Keys.RECOGNIZED_NUMBERS, Kind.ANSWER,
          Keys.REVIEW_ITEMS, Kind.REVIEW_ITEM,
          Keys.REJECTED_FIELDS, Kind.DEAD_LETTER,
          Keys.CORRECTIONS, Kind.CORRECTION);

  private final Config config;
  private final InputDecoder decoder;

  /** A trace through this configuration's topics. */
  public FieldTrace(Config config) {
    this.config = config;
    this.decoder = new InputDecoder(config, RecordFormat.of(config));
  }

  /** What a record is to a field. */
  public enum Kind {
    /** The scanned field as it came. */
    INPUT,
    /** A recognized number, of the service or of a person. */
    ANSWER,
    /** A review item. */
    REVIEW_ITEM,
    /** A dead letter. */
    DEAD_LETTER,
    /** A person's correction. */
    CORRECTION
  }

  /**
   * A record of the field.
   *
   * @param kind what it is
   * @param at where it is
   * @param time its time stamp, from which its retention counts
   * @param bytes the size of its value
   */
  public record Found(Kind kind, Origin at, Instant time, int bytes) {}

  /**
   * Hands over every record of a field, topic by topic.
   *
   * @param id the field id; where a field came without, {@code topic-partition-offset}
   * @throws BrokerException if a topic cannot be read
   */
  public void find(String id, Consumer<Found> each) {
    for (Kind kind : Kind.values()) {
      Key<String> key =
          KINDS.entrySet().stream()
              .filter(entry -> entry.getValue() == kind)
              .findFirst()
              .orElseThrow()
              .getKey();
      TopicScan.read(
          config,
          config.get(key),
          record -> {
            if (id(kind, record).equals(id)) {
              each.accept(found(kind, record));
            }
          });
    }
  }

  private String id(Kind kind, ConsumerRecord<byte[], byte[]> record) {
    if (record.key() != null && record.key().length > 0) {
      return new String(record.key(), StandardCharsets.UTF_8);
    }
    Origin at = new Origin(record.topic(), record.partition(), record.offset());
    if (kind == Kind.INPUT) {
      try {
        return decoder.decode(at, record.key(), record.value(), record.headers()).fieldId();
      } catch (RejectedFieldException e) {
        return at.toString();
      }
    }
    return header(record, DeadLetterHeaders.TOPIC)
        + "-"
        + header(record, DeadLetterHeaders.PARTITION)
        + "-"
        + header(record, DeadLetterHeaders.OFFSET);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static Found found(Kind kind, ConsumerRecord<byte[], byte[]> record) {
    return new Found(
        kind,
        new Origin(record.topic(), record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        record.value() == null ? 0 : record.value().length);
  }
}
