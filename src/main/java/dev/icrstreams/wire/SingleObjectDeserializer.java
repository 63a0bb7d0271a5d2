package dev.icrstreams.wire;

import java.io.IOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the project's records from Avro's single-object encoding, whichever release wrote them. For
 * consumers of results and for tests. Threads may share it.
 *
 * @param <T> a generated class of {@code dev.icrstreams.avro}
 */
public final class SingleObjectDeserializer<T extends SpecificRecord> implements Deserializer<T> {
  private final Class<T> type;
  private final BinaryMessageDecoder<T> decoder;

  /** Reads records of one generated class. */
  public SingleObjectDeserializer(Class<T> type) {
    this(type, ReleasedSchemas.named(SpecificData.get().getSchema(type).getFullName()));
  }

  /** Knows these schemas of writers, and this version's own. */
  SingleObjectDeserializer(Class<T> type, List<Schema> writers) {
    TrustedClasses.trust();
    this.type = type;
    SpecificData data = SpecificData.getForClass(type);
    Schema schema = data.getSchema(type);
    this.decoder = new BinaryMessageDecoder<>(data, schema);
    writers.forEach(decoder::addSchema);
  }

  @Override
  public T deserialize(String topic, byte[] bytes) {
    return bytes == null ? null : decode(bytes);
  }

  /**
   * The record in these bytes.
   *
   * @throws SerializationException if they are none, or of an unknown schema; the message holds no
   *     content
   */
  public T decode(byte[] bytes) {
    try {
      return decoder.decode(bytes);
    } catch (MissingSchemaException e) {
      throw new SerializationException(
          "written with an unknown schema: " + e.getMessage() + " for " + type.getSimpleName(), e);
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | UnsupportedOperationException e) {
      // the last is Avro's word for lengths over two billion
      throw new SerializationException(
          "no " + type.getSimpleName() + " in single-object encoding", e);
    }
  }
}
