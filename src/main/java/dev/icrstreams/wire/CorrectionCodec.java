package dev.icrstreams.wire;

import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.Source;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.RejectedFieldException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;

/** People's answers to records and back. Threads may share it. */
public final class CorrectionCodec {
  private final SingleObjectSerializer<dev.icrstreams.avro.Correction> corrections =
      new SingleObjectSerializer<>();
  private final SingleObjectDeserializer<dev.icrstreams.avro.Correction> reader =
      new SingleObjectDeserializer<>(dev.icrstreams.avro.Correction.class);
  private final SingleObjectSerializer<RecognizedNumber> numbers = new SingleObjectSerializer<>();

  /** A correction's value. */
  public byte[] encode(Correction correction) {
    return corrections.encode(
        dev.icrstreams.avro.Correction.newBuilder()
            .setFieldId(correction.fieldId())
            .setFormId(correction.formId())
            .setFieldName(correction.fieldName())
            .setInputTopic(correction.origin().topic())
            .setInputPartition(correction.origin().partition())
            .setInputOffset(correction.origin().offset())
            .setImageSha256(correction.imageSha256())
            .setModelVersion(correction.modelVersion())
            .setVerdict(dev.icrstreams.avro.Outcome.valueOf(correction.verdict().name()))
            .setNumber(correction.number())
            .setReviewer(correction.reviewer())
            .setDecidedAt(correction.decidedAt())
            .build());
  }

  /**
   * The correction in a record.
   *
   * @param key may be null
   * @param value may be null
   * @throws RejectedFieldException if there is none; the message holds none of its content
   */
  public Correction decode(byte[] key, byte[] value) {
    if (value == null || value.length == 0) {
      throw new RejectedFieldException(ErrorCode.EMPTY, "the value is empty");
    }
    dev.icrstreams.avro.Correction record;
    try {
      record = reader.decode(value);
    } catch (SerializationException e) {
      throw new RejectedFieldException(ErrorCode.CORRUPT_AVRO, e.getMessage(), e);
    }
    String id = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    if (!id.isEmpty() && !id.equals(record.getFieldId())) {
      throw new RejectedFieldException(
          ErrorCode.BAD_ID, "the field id differs from the record's key");
    }
    if (record.getVerdict() == dev.icrstreams.avro.Outcome.UNKNOWN) {
      throw new RejectedFieldException(
          ErrorCode.INVALID_CORRECTION, "the verdict is unknown to this version");
    }
    try {
      return new Correction(
          record.getFieldId(),
          record.getFormId(),
          record.getFieldName(),
          new Origin(record.getInputTopic(), record.getInputPartition(), record.getInputOffset()),
          record.getImageSha256(),
          record.getModelVersion(),
          Outcome.valueOf(record.getVerdict().name()),
          record.getNumber(),
          record.getReviewer(),
          record.getDecidedAt());
    } catch (IllegalArgumentException e) {
      throw new RejectedFieldException(ErrorCode.INVALID_CORRECTION, e.getMessage(), e);
    }
  }

  /** The answer that a correction gives to the field's consumers: certain, without boxes. */
  public byte[] recognizedNumber(Correction correction) {
    return numbers.encode(
        RecognizedNumber.newBuilder()
            .setFieldId(correction.fieldId())
            .setFormId(correction.formId())
            .setFieldName(correction.fieldName())
            .setOutcome(dev.icrstreams.avro.Outcome.valueOf(correction.verdict().name()))
            .setNumber(correction.number())
            .setConfidence(1)
            .setSource(Source.HUMAN)
            .setModelVersion(correction.modelVersion())
            .setImageSha256(correction.imageSha256())
            .setInputTopic(correction.origin().topic())
            .setInputPartition(correction.origin().partition())
            .setInputOffset(correction.origin().offset())
            .setRecognizedAt(correction.decidedAt())
            .build());
  }
}
