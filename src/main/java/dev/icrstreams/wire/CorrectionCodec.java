package dev.icrstreams.wire;

import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.Source;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.RejectedFieldException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** People's answers to records and back. Threads may share it. */
public final class CorrectionCodec {
  private final String correctionsTopic;
  private final String numbersTopic;
  private final Serializer<dev.icrstreams.avro.Correction> corrections;
  private final Deserializer<dev.icrstreams.avro.Correction> reader;
  private final Serializer<RecognizedNumber> numbers;

  /** For the topics of a configuration. */
  public CorrectionCodec(Config config, RecordFormat format) {
    this.correctionsTopic = config.get(Keys.CORRECTIONS);
    this.numbersTopic = config.get(Keys.RECOGNIZED_NUMBERS);
    this.corrections = format.serializer();
    this.reader = format.deserializer(dev.icrstreams.avro.Correction.class);
    this.numbers = format.serializer();
  }

  /**
   * A correction's value.
   *
   * @throws dev.icrstreams.wire.registry.RegistryException if a registry does not tell the schema
   */
  public byte[] encode(Correction correction) {
    return corrections.serialize(
        correctionsTopic,
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
   * @throws dev.icrstreams.wire.registry.RegistryException if a registry does not tell the schema
   */
  public Correction decode(byte[] key, byte[] value) {
    if (value == null || value.length == 0) {
      throw new RejectedFieldException(ErrorCode.EMPTY, "the value is empty");
    }
    dev.icrstreams.avro.Correction record;
    try {
      record = reader.deserialize(correctionsTopic, value);
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

  /**
   * The answer that a correction gives to the field's consumers: certain, without boxes.
   *
   * @throws dev.icrstreams.wire.registry.RegistryException if a registry does not tell the schema
   */
  public byte[] recognizedNumber(Correction correction) {
    return numbers.serialize(
        numbersTopic,
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
