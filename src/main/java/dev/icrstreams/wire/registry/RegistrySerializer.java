package dev.icrstreams.wire.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes the project's records in Confluent's wire format: a zero, the schema's id in four bytes,
 * the data. The subject is the topic's name and {@code -value}; nothing is registered here. Threads
 * may share it.
 *
 * @param <T> a generated class of {@code dev.icrstreams.avro}
 */
public final class RegistrySerializer<T extends SpecificRecord> implements Serializer<T> {
  static final int PREFIX = 5;

  private final SchemaRegistry registry;

  /** Writes by the ids of a registry. */
  public RegistrySerializer(SchemaRegistry registry) {
    this.registry = registry;
  }

  /**
   * The record's bytes.
   *
   * @throws RegistryException if the registry does not tell the schema's id
   */
  @Override
  public byte[] serialize(String topic, T value) {
    if (value == null) {
      return null;
    }
    int id = registry.id(SchemaRegistry.subject(topic), value.getSchema());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(PREFIX).put((byte) 0).putInt(id).array());
    try {
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      new SpecificDatumWriter<T>(value.getSchema(), SpecificData.getForClass(value.getClass()))
          .write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
