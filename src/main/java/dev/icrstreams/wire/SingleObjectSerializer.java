package dev.icrstreams.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes the project's records in Avro's single-object encoding: marker {@code C3 01}, the schema's
 * fingerprint, the data. For producers of scanned fields and for tests. Threads may share it.
 *
 * @param <T> a generated class of {@code dev.icrstreams.avro}
 */
public final class SingleObjectSerializer<T extends SpecificRecord> implements Serializer<T> {
  private final Map<Schema, BinaryMessageEncoder<SpecificRecord>> encoders =
      new ConcurrentHashMap<>();

  /** A writer; from now on the process can build the generated records, defaults and all. */
  public SingleObjectSerializer() {
    TrustedClasses.trust();
  }

  @Override
  public byte[] serialize(String topic, T value) {
    return value == null ? null : encode(value);
  }

  /** The record's bytes. */
  public byte[] encode(T value) {
    try {
      ByteBuffer bytes =
          encoders
              .computeIfAbsent(
                  value.getSchema(),
                  schema ->
                      new BinaryMessageEncoder<>(
                          SpecificData.getForClass(value.getClass()), schema))
              .encode(value);
      byte[] array = new byte[bytes.remaining()];
      bytes.get(array);
      return array;
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }
}
