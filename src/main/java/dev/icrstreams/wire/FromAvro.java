package dev.icrstreams.wire;

import dev.icrstreams.field.CheckDigit;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.ScannedField;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Avro records to the project's values. */
final class FromAvro {
  private FromAvro() {}

  static ScannedField scannedField(dev.icrstreams.avro.ScannedField record) {
    return new ScannedField(
        record.getFieldId(),
        record.getFormId(),
        record.getFieldName(),
        bytes(record.getImage()),
        constraints(record.getConstraints(), record.getAllowed()),
        record.getAttributes(),
        record.getScannedAt());
  }

  private static Constraints constraints(
      dev.icrstreams.avro.Constraints constraints, String allowed) {
    dev.icrstreams.avro.Constraints record =
        constraints == null ? dev.icrstreams.avro.Constraints.newBuilder().build() : constraints;
    return new Constraints(
        record.getMinDigits() == null ? 1 : record.getMinDigits(),
        record.getMaxDigits() == null ? Constraints.MAX_DIGITS : record.getMaxDigits(),
        record.getRegex() == null ? "" : record.getRegex(),
        checkDigit(record.getCheckDigit()),
        optional(record.getMinimum()),
        optional(record.getMaximum()),
        allowed == null ? "" : allowed);
  }

  private static CheckDigit checkDigit(dev.icrstreams.avro.CheckDigit symbol) {
    if (symbol == dev.icrstreams.avro.CheckDigit.UNKNOWN) {
      throw new RejectedFieldException(
          ErrorCode.INVALID_CONSTRAINT, "the check digit system is unknown to this version");
    }
    return CheckDigit.valueOf(symbol.name());
  }

  private static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
