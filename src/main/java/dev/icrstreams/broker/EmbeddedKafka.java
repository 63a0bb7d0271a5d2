package dev.icrstreams.broker;

import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A single-node KRaft Kafka cluster inside this JVM, listening on 127.0.0.1.
 *
 * <p>It can be stopped and started again on the same port with the same data, as often as wanted,
 * and clients recover as they do from a broker's restart. The first start takes some seconds, most
 * of it loading classes. All replication factors are 1, transactions and both group protocols work,
 * and topics must be created: none is made by being named.
 *
 * <p>Kafka answers some failures by ending the whole JVM, such as its data directory being deleted
 * under the running broker.
 *
 * <p>Thread-safe: any thread may call any method; starts and stops happen one at a time.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private final BrokerOptions options;
  private final BrokerDirectory directory;
  private final int port;
  private final int controllerPort;

  private KafkaRaftServer server;
  private boolean closed;

  private EmbeddedKafka(
      BrokerOptions options, BrokerDirectory directory, int port, int controllerPort) {
    this.options = options;
    this.directory = directory;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /**
   * A running broker in a temporary directory on a free port.
   *
   * @throws EmbeddedKafkaException if it cannot be started
   */
  public static EmbeddedKafka start() {
    return start(BrokerOptions.defaults());
  }

  /**
   * A running broker. A directory that an earlier broker of this class left is taken up with its
   * topics.
   *
   * @throws EmbeddedKafkaException if the port is taken, the directory is in use by another broker
   *     or cannot be written, or Kafka refuses the properties
   */
  public static EmbeddedKafka start(BrokerOptions options) {
    int port = options.port() == 0 ? LoopbackPorts.findFree() : options.port();
    LoopbackPorts.requireFree(port);
    int controllerPort = LoopbackPorts.findFree();
    while (controllerPort == port) {
      controllerPort = LoopbackPorts.findFree();
    }
    BrokerDirectory directory = BrokerDirectory.open(options);
    EmbeddedKafka kafka = new EmbeddedKafka(options, directory, port, controllerPort);
    try {
      kafka.resume();
    } catch (RuntimeException e) {
      directory.release();
      throw e;
    }
    return kafka;
  }

  /** What clients take as {@code bootstrap.servers}: host and port; the same after a restart. */
  public String bootstrapServers() {
    return LoopbackPorts.HOST + ":" + port;
  }

  /** Where the data are; a temporary directory is gone after {@link #close}. */
  Path directory() {
    return directory.path();
  }

  /**
   * Stops the broker and keeps its data and its port for {@link #resume}; nothing if it is stopped.
   * Returns when the listeners are closed.
   */
  public synchronized void stop() {
    if (server != null) {
      KafkaRaftServer stopping = server;
      server = null;
      stopping.shutdown();
      stopping.awaitShutdown();
    }
  }

  /**
   * Starts a stopped broker again, on the same port with the same data; nothing if it is running.
   *
   * @throws IllegalStateException if this was closed
   * @throws EmbeddedKafkaException if another program has taken the port meanwhile, or Kafka does
   *     not start
   */
  public synchronized void resume() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    if (server != null) {
      return;
    }
    LoopbackPorts.requireFree(port);
    LoopbackPorts.requireFree(controllerPort);
    directory.format();
    server = launch(BrokerProperties.of(options, directory.path(), port, controllerPort));
  }

  /** Stops the broker and deletes its directory if that was a temporary one. Idempotent. */
  @Override
  public synchronized void close() {
    stop();
    closed = true;
    directory.release();
  }

  private KafkaRaftServer launch(Properties properties) {
    KafkaRaftServer starting = null;
    try {
      starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
      HaltGuard.run(starting::startup);
      return starting;
    } catch (RuntimeException e) {
      if (starting != null) {
        starting.shutdown();
      }
      throw new EmbeddedKafkaException(
          "Kafka did not start on " + bootstrapServers() + ": " + rootMessage(e), e);
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }
}
