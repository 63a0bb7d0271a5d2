package dev.icrstreams.wire.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.RawMessageDecoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the project's records from Confluent's wire format, whichever compatible schema they were
 * written with. Threads may share it.
 *
 * @param <T> a generated class of {@code dev.icrstreams.avro}
 */
public final class RegistryDeserializer<T extends SpecificRecord> implements Deserializer<T> {
  private final SchemaRegistry registry;
  private final Class<T> type;
  private final SpecificData data;
  private final Lru<RawMessageDecoder<T>> decoders = new Lru<>();

  /** Reads records of one generated class. */
  public RegistryDeserializer(SchemaRegistry registry, Class<T> type) {
    this.registry = registry;
    this.type = type;
    this.data = SpecificData.getForClass(type);
  }

  /** Whether a value begins as this format does. */
  public static boolean isInWireFormat(byte[] value) {
    return value.length > 0 && value[0] == 0;
  }

  /**
   * The record in these bytes.
   *
   * @throws SerializationException if they are none, or the registry says that it has no such
   *     schema; the message holds no content
   * @throws RegistryException if the registry does not answer
   */
  @Override
  public T deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    if (!isInWireFormat(bytes) || bytes.length < RegistrySerializer.PREFIX) {
      throw new SerializationException("no " + type.getSimpleName() + " in the wire format");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int id = buffer.getInt(1);
    try {
      return decoder(id).decode(buffer.position(RegistrySerializer.PREFIX));
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | UnsupportedOperationException e) {
      // the last is Avro's word for lengths over two billion
      throw new SerializationException(
          "no " + type.getSimpleName() + " of the registry's schema " + id, e);
    }
  }

  private RawMessageDecoder<T> decoder(int id) {
    RawMessageDecoder<T> known = decoders.get(id);
    if (known == null) {
      known = new RawMessageDecoder<>(data, registry.schema(id), data.getSchema(type));
      decoders.put(id, known);
    }
    return known;
  }
}
