package dev.icrstreams.wire;

import dev.icrstreams.avro.CheckDigit;
import dev.icrstreams.avro.Constraints;
import dev.icrstreams.avro.Notice;
import dev.icrstreams.avro.Outcome;
import dev.icrstreams.avro.Reason;
import dev.icrstreams.avro.ReasonCode;
import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.avro.ScannedField;
import dev.icrstreams.avro.SeparatorKind;
import dev.icrstreams.avro.Source;
import dev.icrstreams.field.Alternative;
import dev.icrstreams.field.Answer;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Digit;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.Separator;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** The project's values to Avro records. */
public final class ToAvro {
  private ToAvro() {}

  /** A field as a producer sends it. */
  public static ScannedField scannedField(dev.icrstreams.field.ScannedField field) {
    return ScannedField.newBuilder()
        .setFieldId(field.fieldId())
        .setFormId(field.formId())
        .setFieldName(field.fieldName())
        .setImage(ByteBuffer.wrap(field.image()))
        .setConstraints(constraints(field.constraints()))
        .setAllowed(allowed(field.constraints()))
        .setAttributes(field.attributes())
        .setScannedAt(field.scannedAt())
        .build();
  }

  /** An answer that the service stands for. */
  public static RecognizedNumber recognizedNumber(Answer answer) {
    Reading reading = answer.reading();
    return RecognizedNumber.newBuilder()
        .setFieldId(answer.field().fieldId())
        .setFormId(answer.field().formId())
        .setFieldName(answer.field().fieldName())
        .setOutcome(outcome(reading))
        .setNumber(reading.number())
        .setConfidence(reading.confidence())
        .setDigits(digits(reading.digits()))
        .setAlternatives(alternatives(reading.alternatives()))
        .setSeparators(separators(reading.separators()))
        .setNotices(notices(reading))
        .setSource(Source.MODEL)
        .setModelVersion(answer.modelVersion())
        .setImageSha256(sha256(answer.field().image()))
        .setInputTopic(answer.origin().topic())
        .setInputPartition(answer.origin().partition())
        .setInputOffset(answer.origin().offset())
        .setAttributes(answer.field().attributes())
        .setRecognizedAt(answer.at())
        .build();
  }

  /** An answer that a person should check, with its image or without. */
  public static ReviewItem reviewItem(Answer answer, boolean withImage) {
    Reading reading = answer.reading();
    return ReviewItem.newBuilder()
        .setFieldId(answer.field().fieldId())
        .setFormId(answer.field().formId())
        .setFieldName(answer.field().fieldName())
        .setOutcome(outcome(reading))
        .setNumber(reading.number())
        .setConfidence(reading.confidence())
        .setDigits(digits(reading.digits()))
        .setAlternatives(alternatives(reading.alternatives()))
        .setSeparators(separators(reading.separators()))
        .setNotices(notices(reading))
        .setReasons(
            answer.decision().reasons().stream()
                .map(why -> new Reason(ReasonCode.valueOf(why.code().name()), why.detail()))
                .toList())
        .setConstraints(constraints(answer.field().constraints()))
        .setAllowed(allowed(answer.field().constraints()))
        .setImage(withImage ? ByteBuffer.wrap(answer.field().image()) : null)
        .setImageOmitted(!withImage)
        .setModelVersion(answer.modelVersion())
        .setImageSha256(sha256(answer.field().image()))
        .setInputTopic(answer.origin().topic())
        .setInputPartition(answer.origin().partition())
        .setInputOffset(answer.origin().offset())
        .setAttributes(answer.field().attributes())
        .setReadAt(answer.at())
        .build();
  }

  private static Constraints constraints(dev.icrstreams.field.Constraints constraints) {
    if (constraints.equals(dev.icrstreams.field.Constraints.NONE)) {
      return null;
    }
    return Constraints.newBuilder()
        .setMinDigits(constraints.minDigits())
        .setMaxDigits(constraints.maxDigits())
        .setRegex(constraints.regex().isEmpty() ? null : constraints.regex())
        .setCheckDigit(CheckDigit.valueOf(constraints.checkDigit().name()))
        .setMinimum(nullable(constraints.minimum()))
        .setMaximum(nullable(constraints.maximum()))
        .build();
  }

  private static String allowed(dev.icrstreams.field.Constraints constraints) {
    return constraints.allowed().isEmpty() ? null : constraints.allowed();
  }

  private static Outcome outcome(Reading reading) {
    return Outcome.valueOf(reading.outcome().name());
  }

  private static List<dev.icrstreams.avro.Digit> digits(List<Digit> digits) {
    return digits.stream()
        .map(
            digit ->
                new dev.icrstreams.avro.Digit(
                    digit.value(),
                    digit.confidence(),
                    box(digit.box()),
                    alternatives(digit.alternatives())))
        .toList();
  }

  private static dev.icrstreams.avro.Box box(Box box) {
    return new dev.icrstreams.avro.Box(box.x(), box.y(), box.width(), box.height());
  }

  private static List<dev.icrstreams.avro.Alternative> alternatives(List<Alternative> others) {
    return others.stream()
        .map(other -> new dev.icrstreams.avro.Alternative(other.value(), other.confidence()))
        .toList();
  }

  private static List<dev.icrstreams.avro.Separator> separators(List<Separator> separators) {
    return separators.stream()
        .map(
            mark ->
                new dev.icrstreams.avro.Separator(
                    mark.afterDigit(),
                    SeparatorKind.valueOf(mark.kind().name()),
                    mark.confidence()))
        .toList();
  }

  private static List<Notice> notices(Reading reading) {
    return reading.notices().stream().map(notice -> Notice.valueOf(notice.name())).toList();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Long nullable(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
