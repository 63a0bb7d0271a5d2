package dev.icrstreams.wire;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.SchemaRegistryKeys;
import dev.icrstreams.wire.registry.RegisteredSchemas;
import dev.icrstreams.wire.registry.RegistryDeserializer;
import dev.icrstreams.wire.registry.RegistrySerializer;
import dev.icrstreams.wire.registry.SchemaRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How Avro values are written and read: in single-object encoding, or with a registry in
 * Confluent's wire format. With a registry both are read, since topics outlive a change. Threads
 * may share it.
 */
public final class RecordFormat implements AutoCloseable {
  private final Config config;
  private final SchemaRegistry registry;

  private RecordFormat(Config config, SchemaRegistry registry) {
    this.config = config;
    this.registry = registry;
  }

  /**
   * The format of a configuration; a registry is asked nothing yet.
   *
   * @throws dev.icrstreams.config.ConfigException if the registry's key stores cannot be used
   */
  public static RecordFormat of(Config config) {
    boolean none = config.get(SchemaRegistryKeys.URL).isEmpty();
    return new RecordFormat(config, none ? null : new SchemaRegistry(config));
  }

  /** Whether values may be in Confluent's wire format. */
  public boolean hasRegistry() {
    return registry != null;
  }

  /**
   * Sees to it that what the service writes can be written.
   *
   * @throws dev.icrstreams.wire.registry.RegistryException if a schema is missing, or the registry
   *     does not answer
   */
  public void requireSchemas() {
    if (registry != null) {
      new RegisteredSchemas(config, registry).require();
    }
  }

  /** Writes values of a generated class; the topic's name matters where there is a registry. */
  public <T extends SpecificRecord> Serializer<T> serializer() {
    return registry == null ? new SingleObjectSerializer<>() : new RegistrySerializer<>(registry);
  }

  /** Reads values of a generated class. */
  public <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type) {
    SingleObjectDeserializer<T> single = new SingleObjectDeserializer<>(type);
    if (registry == null) {
      return single;
    }
    RegistryDeserializer<T> registered = new RegistryDeserializer<>(registry, type);
    return (topic, bytes) ->
        bytes != null && RegistryDeserializer.isInWireFormat(bytes)
            ? registered.deserialize(topic, bytes)
            : single.deserialize(topic, bytes);
  }

  /** Ends all waiting for the registry. */
  @Override
  public void close() {
    if (registry != null) {
      registry.close();
    }
  }
}
