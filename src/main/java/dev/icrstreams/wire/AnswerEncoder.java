package dev.icrstreams.wire;

import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.field.Answer;

/** Answers to the bytes of output records. Threads may share it. */
public final class AnswerEncoder {
  private final int maxRecordBytes;
  private final boolean includeImage;
  private final SingleObjectSerializer<RecognizedNumber> numbers = new SingleObjectSerializer<>();
  private final SingleObjectSerializer<ReviewItem> items = new SingleObjectSerializer<>();

  /**
   * Review items go out with their image only if they are meant to, and would not make a larger
   * record than this with it.
   */
  public AnswerEncoder(int maxRecordBytes, boolean includeImage) {
    this.maxRecordBytes = maxRecordBytes;
    this.includeImage = includeImage;
  }

  /** A recognized number's value. */
  public byte[] recognizedNumber(Answer answer) {
    return numbers.encode(ToAvro.recognizedNumber(answer));
  }

  /** A review item's value. */
  public byte[] reviewItem(Answer answer) {
    if (!includeImage) {
      return items.encode(ToAvro.reviewItem(answer, false));
    }
    byte[] value = items.encode(ToAvro.reviewItem(answer, true));
    return value.length + RecordSizes.FRAMING <= maxRecordBytes
        ? value
        : items.encode(ToAvro.reviewItem(answer, false));
  }
}
