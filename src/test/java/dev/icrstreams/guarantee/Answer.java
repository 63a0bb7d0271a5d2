package dev.icrstreams.guarantee;

import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Origin;
import dev.icrstreams.wire.DeadLetterHeaders;
import dev.icrstreams.wire.SingleObjectDeserializer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A committed answer, read without any of the service's own code but the schemas.
 *
 * @param origin the input that it names
 * @param key the record's key
 * @param place topic and partition that it lies in
 * @param writtenAt when the service made it, in milliseconds; 0 for a dead letter
 * @param content what it says
 */
record Answer(Origin origin, String key, String place, long writtenAt, Content content) {
  private static final SingleObjectDeserializer<RecognizedNumber> NUMBERS =
      new SingleObjectDeserializer<>(RecognizedNumber.class);
  private static final SingleObjectDeserializer<ReviewItem> ITEMS =
      new SingleObjectDeserializer<>(ReviewItem.class);

  static Answer of(Config config, ConsumerRecord<byte[], byte[]> record) {
    return of(
        config,
        record.topic(),
        record.topic() + "-" + record.partition(),
        record.key(),
        record.value(),
        record.headers());
  }

  static Answer of(
      Config config, String topic, String place, byte[] key, byte[] value, Headers headers) {
    String name = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    if (topic.equals(config.get(Keys.RECOGNIZED_NUMBERS))) {
      RecognizedNumber number =
          NUMBERS.decode(singleObject(value, RecognizedNumber.getClassSchema()));
      return new Answer(
          new Origin(number.getInputTopic(), number.getInputPartition(), number.getInputOffset()),
          name,
          place,
          number.getRecognizedAt().toEpochMilli(),
          Content.of(number));
    }
    if (topic.equals(config.get(Keys.REVIEW_ITEMS))) {
      ReviewItem item = ITEMS.decode(singleObject(value, ReviewItem.getClassSchema()));
      return new Answer(
          new Origin(item.getInputTopic(), item.getInputPartition(), item.getInputOffset()),
          name,
          place,
          item.getReadAt().toEpochMilli(),
          Content.of(item));
    }
    return new Answer(
        new Origin(
            text(headers, DeadLetterHeaders.TOPIC),
            Integer.parseInt(text(headers, DeadLetterHeaders.PARTITION)),
            Long.parseLong(text(headers, DeadLetterHeaders.OFFSET))),
        name,
        place,
        0,
        Content.ofDeadLetter(text(headers, DeadLetterHeaders.ERROR_CODE), value));
  }

  /**
   * A value in a registry's wire format in single-object encoding: its schema is this version's.
   */
  private static byte[] singleObject(byte[] value, Schema schema) {
    if (value[0] != 0) {
      return value;
    }
    byte[] fingerprint =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(SchemaNormalization.parsingFingerprint64(schema))
            .array();
    return ByteBuffer.allocate(value.length + 5)
        .put((byte) 0xC3)
        .put((byte) 0x01)
        .put(fingerprint)
        .put(value, 5, value.length - 5)
        .array();
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
