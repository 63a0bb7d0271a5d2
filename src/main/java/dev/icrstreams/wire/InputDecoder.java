package dev.icrstreams.wire;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.ImageFormat;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.wire.registry.RegistryDeserializer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * An input record to the field in it: Avro in single-object encoding or, where there is a registry,
 * in Confluent's wire format; or just an image file's bytes with the field id as key and metadata
 * in headers. Threads may share it.
 */
public final class InputDecoder {
  private static final int MARKER_0 = 0xC3;
  private static final int MARKER_1 = 0x01;

  /** What an attribute takes beside its name and value, at most. */
  private static final int PER_ATTRIBUTE = 10;

  private final int maxBytes;
  private final int maxMetadataBytes;
  private final boolean registry;
  private final Deserializer<dev.icrstreams.avro.ScannedField> avro;

  /**
   * Refuses values of more bytes than the configured limit, and fields whose id, form, name and
   * attributes take more than theirs: these go on with every answer, which must not become larger
   * than its topic takes.
   */
  public InputDecoder(Config config, RecordFormat format) {
    this.maxBytes = config.get(Keys.LIMIT_RECORD_BYTES);
    this.maxMetadataBytes = config.get(Keys.LIMIT_METADATA_BYTES);
    this.registry = format.hasRegistry();
    AvroLimits.atMost(maxBytes);
    this.avro = format.deserializer(dev.icrstreams.avro.ScannedField.class);
  }

  /**
   * The scanned field in an input record.
   *
   * @param key may be null
   * @param value may be null
   * @throws RejectedFieldException if it cannot be one; the message holds none of its content
   * @throws dev.icrstreams.wire.registry.RegistryException if a registry does not tell the schema
   */
  public ScannedField decode(Origin origin, byte[] key, byte[] value, Headers headers) {
    if (value == null || value.length == 0) {
      throw new RejectedFieldException(ErrorCode.EMPTY, "the value is empty");
    }
    if (value.length > maxBytes) {
      throw new RejectedFieldException(
          ErrorCode.TOO_LARGE,
          "the value has " + value.length + " bytes, the limit is " + maxBytes);
    }
    String id = key == null ? "" : text(key);
    if (isSingleObject(value) || (registry && RegistryDeserializer.isInWireFormat(value))) {
      return bounded(fromAvro(origin, id, value));
    }
    if (ImageFormat.detect(value).isPresent()) {
      return bounded(fromImage(id.isEmpty() ? origin.toString() : id, value, headers));
    }
    throw new RejectedFieldException(
        ErrorCode.UNKNOWN_FORMAT,
        "neither Avro in "
            + (registry ? "the registry's format or " : "")
            + "single-object encoding nor a PNG, JPEG, TIFF, BMP or GIF image");
  }

  private ScannedField bounded(ScannedField field) {
    long bytes = length(field.fieldId()) + length(field.formId()) + length(field.fieldName());
    for (var attribute : field.attributes().entrySet()) {
      bytes += length(attribute.getKey()) + length(attribute.getValue()) + PER_ATTRIBUTE;
    }
    if (bytes > maxMetadataBytes) {
      throw new RejectedFieldException(
          ErrorCode.TOO_LARGE,
          "the metadata has " + bytes + " bytes, the limit is " + maxMetadataBytes);
    }
    return field;
  }

  private static long length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private ScannedField fromAvro(Origin origin, String key, byte[] value) {
    dev.icrstreams.avro.ScannedField record;
    try {
      record = avro.deserialize(origin.topic(), value);
    } catch (SerializationException e) {
      throw new RejectedFieldException(ErrorCode.CORRUPT_AVRO, e.getMessage(), e);
    }
    String id = record.getFieldId();
    if (id.isEmpty()) {
      throw new RejectedFieldException(ErrorCode.BAD_ID, "the field id is empty");
    }
    if (!key.isEmpty() && !id.equals(key)) {
      throw new RejectedFieldException(
          ErrorCode.BAD_ID, "the field id differs from the record's key");
    }
    return FromAvro.scannedField(record);
  }

  private static ScannedField fromImage(String id, byte[] value, Headers headers) {
    return new ScannedField(
        id,
        FieldHeaders.text(headers, FieldHeaders.FORM_ID),
        FieldHeaders.text(headers, FieldHeaders.FIELD_NAME),
        value,
        FieldHeaders.constraints(headers),
        FieldHeaders.attributes(headers),
        null);
  }

  private static boolean isSingleObject(byte[] value) {
    return value.length > 2 && (value[0] & 0xff) == MARKER_0 && (value[1] & 0xff) == MARKER_1;
  }

  private static String text(byte[] key) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
    } catch (CharacterCodingException e) {
      throw new RejectedFieldException(ErrorCode.BAD_ID, "the record's key is not UTF-8 text", e);
    }
  }
}
