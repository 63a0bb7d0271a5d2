package dev.icrstreams.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link EmbeddedKafka} is made of.
 *
 * @param directory where topics and metadata stay; empty: a temporary directory, deleted on close
 * @param port the port on 127.0.0.1 that clients connect to; 0: a free one
 * @param maxRecordBytes the largest record batch that any topic takes, in bytes, unless a topic
 *     says otherwise
 * @param properties Kafka broker settings that override those of this package
 */
public record BrokerOptions(
    Optional<Path> directory, int port, int maxRecordBytes, Map<String, String> properties) {

  /** Kafka's own default of {@code message.max.bytes}: 1 MiB and the overhead of one batch. */
  public static final int DEFAULT_MAX_RECORD_BYTES = 1024 * 1024 + 12;

  /**
   * Checks and copies its arguments.
   *
   * @throws IllegalArgumentException if the port is no port, or the size not positive
   */
  public BrokerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 0 to 65535: " + port);
    }
    if (maxRecordBytes <= 0) {
      throw new IllegalArgumentException("maxRecordBytes must be positive: " + maxRecordBytes);
    }
    properties = Map.copyOf(properties);
  }

  /** A temporary directory, a free port, Kafka's own record limit. */
  public static BrokerOptions defaults() {
    return new BrokerOptions(Optional.empty(), 0, DEFAULT_MAX_RECORD_BYTES, Map.of());
  }

  /** The same with its data in a directory that is made where it is missing, and kept. */
  public BrokerOptions withDirectory(Path newDirectory) {
    return new BrokerOptions(Optional.of(newDirectory), port, maxRecordBytes, properties);
  }

  /** The same on this port of 127.0.0.1. */
  public BrokerOptions withPort(int newPort) {
    return new BrokerOptions(directory, newPort, maxRecordBytes, properties);
  }

  /** The same with this limit on a record batch, in bytes. */
  public BrokerOptions withMaxRecordBytes(int newMaxRecordBytes) {
    return new BrokerOptions(directory, port, newMaxRecordBytes, properties);
  }

  /** The same with one more Kafka broker setting. */
  public BrokerOptions withProperty(String name, String value) {
    Map<String, String> more = new HashMap<>(properties);
    more.put(name, value);
    return new BrokerOptions(directory, port, maxRecordBytes, more);
  }
}
