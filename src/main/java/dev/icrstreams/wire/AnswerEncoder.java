package dev.icrstreams.wire;

import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Answer;
import org.apache.kafka.common.serialization.Serializer;

/** Answers to the bytes of output records. Threads may share it. */
public final class AnswerEncoder {
  private final int maxRecordBytes;
  private final boolean includeImage;
  private final String numbersTopic;
  private final String itemsTopic;
  private final Serializer<RecognizedNumber> numbers;
  private final Serializer<ReviewItem> items;

  /**
   * Writes for the topics and within the limits of a configuration: review items go out with their
   * image only if they are meant to, and would not make too large a record with it.
   */
  public AnswerEncoder(Config config, RecordFormat format) {
    this.maxRecordBytes = RecordSizes.largestOutput(config);
    this.includeImage = config.get(Keys.INCLUDE_IMAGE);
    this.numbersTopic = config.get(Keys.RECOGNIZED_NUMBERS);
    this.itemsTopic = config.get(Keys.REVIEW_ITEMS);
    this.numbers = format.serializer();
    this.items = format.serializer();
  }

  /**
   * A recognized number's value.
   *
   * @throws dev.icrstreams.wire.registry.RegistryException if a registry does not tell the schema
   */
  public byte[] recognizedNumber(Answer answer) {
    return numbers.serialize(numbersTopic, ToAvro.recognizedNumber(answer));
  }

  /**
   * A review item's value.
   *
   * @throws dev.icrstreams.wire.registry.RegistryException if a registry does not tell the schema
   */
  public byte[] reviewItem(Answer answer) {
    if (!includeImage) {
      return items.serialize(itemsTopic, ToAvro.reviewItem(answer, false));
    }
    byte[] value = items.serialize(itemsTopic, ToAvro.reviewItem(answer, true));
    return value.length + RecordSizes.FRAMING <= maxRecordBytes
        ? value
        : items.serialize(itemsTopic, ToAvro.reviewItem(answer, false));
  }
}
