package dev.icrstreams.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Fields as producers write them who know the service's schema only from a registry, in an older
 * and a newer version than the service's.
 */
public final class RegistryRecords {
  private RegistryRecords() {}

  /** The schema of fields as the checkout has it, without anything of Java's. */
  public static Schema current() {
    SchemaParser parser = new SchemaParser();
    try {
      parser.parse(Path.of("schemas", "CheckDigit.avsc"));
      parser.parse(Path.of("schemas", "Constraints.avsc"));
      return parser.parse(Path.of("schemas", "ScannedField.avsc")).mainSchema();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With an optional field that the service has never heard of, in front of all others. */
  public static Schema newer() {
    List<Schema.Field> fields = copies(List.of());
    Schema text =
        Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
    fields.add(
        0, new Schema.Field("scanner", text, "added later", Schema.Field.NULL_DEFAULT_VALUE));
    return of(fields);
  }

  /** From before there were lists and attributes. */
  public static Schema older() {
    return of(copies(List.of("allowed", "attributes")));
  }

  private static List<Schema.Field> copies(List<String> without) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : current().getFields()) {
      if (!without.contains(field.name())) {
        fields.add(new Schema.Field(field, field.schema()));
      }
    }
    return fields;
  }

  private static Schema of(List<Schema.Field> fields) {
    Schema now = current();
    return Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false, fields);
  }

  /** A field, with whatever else its schema has at its default. */
  public static GenericRecord field(Schema schema, String id, byte[] image) {
    GenericRecordBuilder builder =
        new GenericRecordBuilder(schema).set("fieldId", id).set("image", ByteBuffer.wrap(image));
    if (schema.getField("scanner") != null) {
      builder.set("scanner", "flatbed");
    }
    if (schema.getField("attributes") != null) {
      builder.set("attributes", Map.of());
    }
    return builder.build();
  }

  /** A record in Confluent's wire format. */
  public static byte[] framed(int id, GenericRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
