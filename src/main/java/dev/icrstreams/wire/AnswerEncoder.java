package dev.icrstreams.wire;

import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.field.Answer;

/** Answers to the bytes of output records. Threads may share it. */
public final class AnswerEncoder {
  private final int maxRecordBytes;
  private final SingleObjectSerializer<RecognizedNumber> numbers = new SingleObjectSerializer<>();
  private final SingleObjectSerializer<ReviewItem> items = new SingleObjectSerializer<>();

  /** Review items that would make a larger record than this go out without their image. */
  public AnswerEncoder(int maxRecordBytes) {
    this.maxRecordBytes = maxRecordBytes;
  }

  /** A recognized number's value. */
  public byte[] recognizedNumber(Answer answer) {
    return numbers.encode(ToAvro.recognizedNumber(answer));
  }

  /** A review item's value, without the image where it would be too large with it. */
  public byte[] reviewItem(Answer answer) {
    byte[] value = items.encode(ToAvro.reviewItem(answer, true));
    return value.length + RecordSizes.FRAMING <= maxRecordBytes
        ? value
        : items.encode(ToAvro.reviewItem(answer, false));
  }
}
