package dev.icrstreams.wire;

import dev.icrstreams.avro.Alternative;
import dev.icrstreams.avro.Box;
import dev.icrstreams.avro.CheckDigit;
import dev.icrstreams.avro.Constraints;
import dev.icrstreams.avro.Correction;
import dev.icrstreams.avro.Digit;
import dev.icrstreams.avro.Notice;
import dev.icrstreams.avro.Outcome;
import dev.icrstreams.avro.Reason;
import dev.icrstreams.avro.ReasonCode;
import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.avro.ScannedField;
import dev.icrstreams.avro.Separator;
import dev.icrstreams.avro.SeparatorKind;
import dev.icrstreams.avro.Source;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record of each kind with every field set that the first release had. A field that a later
 * release adds stays at its default here, since old bytes do not have it.
 */
final class Specimens {
  private static final Instant AT = Instant.parse("2026-03-04T05:06:07.089Z");
  private static final ByteBuffer IMAGE = ByteBuffer.wrap(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
  private static final Constraints CONSTRAINTS =
      Constraints.newBuilder()
          .setMinDigits(3)
          .setMaxDigits(9)
          .setRegex("[0-9]+")
          .setCheckDigit(CheckDigit.LUHN)
          .setMinimum(10L)
          .setMaximum(99_999L)
          .build();
  private static final List<Alternative> ALTERNATIVES = List.of(new Alternative("7", 0.125));

  private Specimens() {}

  static List<SpecificRecord> all() {
    return List.of(field(), number(), item(), correction());
  }

  static ScannedField field() {
    return ScannedField.newBuilder()
        .setFieldId("amount-17")
        .setFormId("form-4")
        .setFieldName("amount")
        .setImage(IMAGE)
        .setConstraints(CONSTRAINTS)
        .setAllowed("accounts")
        .setAttributes(Map.of("batch", "b-1"))
        .setScannedAt(AT)
        .build();
  }

  private static RecognizedNumber number() {
    return RecognizedNumber.newBuilder()
        .setFieldId("amount-17")
        .setFormId("form-4")
        .setFieldName("amount")
        .setOutcome(Outcome.NUMBER)
        .setNumber("0471")
        .setConfidence(0.75)
        .setDigits(List.of(new Digit(4, 0.5, new Box(1, 2, 3, 4), ALTERNATIVES)))
        .setAlternatives(ALTERNATIVES)
        .setSeparators(List.of(new Separator(2, SeparatorKind.COMMA, 0.25)))
        .setNotices(List.of(Notice.FIRST_PAGE_ONLY))
        .setSource(Source.MODEL)
        .setModelVersion("cnn-1")
        .setImageSha256("ab12")
        .setInputTopic("icr.scanned-fields")
        .setInputPartition(3)
        .setInputOffset(42)
        .setAttributes(Map.of("batch", "b-1"))
        .setRecognizedAt(AT)
        .build();
  }

  private static ReviewItem item() {
    return ReviewItem.newBuilder()
        .setFieldId("amount-17")
        .setFormId("form-4")
        .setFieldName("amount")
        .setOutcome(Outcome.NUMBER)
        .setNumber("0471")
        .setConfidence(0.75)
        .setDigits(List.of(new Digit(4, 0.5, new Box(1, 2, 3, 4), ALTERNATIVES)))
        .setAlternatives(ALTERNATIVES)
        .setSeparators(List.of(new Separator(2, SeparatorKind.COMMA, 0.25)))
        .setNotices(List.of(Notice.CROSSES_BORDER))
        .setReasons(List.of(new Reason(ReasonCode.LOW_CONFIDENCE, "0.7500 < 0.9")))
        .setConstraints(CONSTRAINTS)
        .setAllowed("accounts")
        .setImage(IMAGE)
        .setImageOmitted(false)
        .setModelVersion("cnn-1")
        .setImageSha256("ab12")
        .setInputTopic("icr.scanned-fields")
        .setInputPartition(3)
        .setInputOffset(42)
        .setAttributes(Map.of("batch", "b-1"))
        .setReadAt(AT)
        .build();
  }

  static Correction correction() {
    return Correction.newBuilder()
        .setFieldId("amount-17")
        .setFormId("form-4")
        .setFieldName("amount")
        .setInputTopic("icr.scanned-fields")
        .setInputPartition(3)
        .setInputOffset(42)
        .setImageSha256("ab12")
        .setModelVersion("cnn-1")
        .setVerdict(Outcome.NUMBER)
        .setNumber("0471")
        .setReviewer("ada")
        .setDecidedAt(AT)
        .build();
  }
}
