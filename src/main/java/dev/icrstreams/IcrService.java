package dev.icrstreams;

import dev.icrstreams.client.Topics;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.broker.GroupCheck;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.constrain.AllowedLists;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.monitor.Monitor;
import dev.icrstreams.monitor.ReaderFacts;
import dev.icrstreams.read.FieldReader;
import dev.icrstreams.stream.IcrTopology;
import dev.icrstreams.stream.StreamsProperties;
import dev.icrstreams.stream.StreamsView;
import dev.icrstreams.stream.ThreadReplacement;
import dev.icrstreams.wire.RecordFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole service as an object: {@code icr run}, {@code icr demo} and other people's integration
 * tests start the same thing.
 *
 * <pre>{@code
 * Config config = Config.defaults().with(Keys.BOOTSTRAP_SERVERS, kafka.getBootstrapServers());
 * try (IcrService service = IcrService.start(config)) {
 *   service.awaitRunning(Duration.ofSeconds(30));
 *   …
 * }
 * }</pre>
 *
 * Threads may share it.
 */
public final class IcrService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IcrService.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final KafkaStreams streams;
  private final Monitor monitor;
  private final ServiceLog log;
  private final RecordFormat format;
  private final Path temporaryState;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean closed;

  private IcrService(
      KafkaStreams streams,
      Monitor monitor,
      ServiceLog log,
      RecordFormat format,
      Path temporaryState) {
    this.streams = streams;
    this.monitor = monitor;
    this.log = log;
    this.format = format;
    this.temporaryState = temporaryState;
  }

  /**
   * Starts the service; the topics must exist.
   *
   * @throws BrokerException if the brokers do not answer, a topic is missing or too small, or the
   *     group does not go with the configured protocol
   * @throws dev.icrstreams.wire.registry.RegistryException if a schema registry is configured and
   *     does not answer, or lacks a schema that the service writes
   * @throws java.io.UncheckedIOException if there is no usable model, or the HTTP port is taken
   * @throws dev.icrstreams.config.ConfigException if a list of allowed numbers cannot be used
   */
  public static IcrService start(Config config) {
    return start(config, StageListener.NONE);
  }

  /** Starts the service; the listener is called on the stream threads. */
  public static IcrService start(Config config, StageListener listener) {
    ReaderFacts facts = check(config);
    Monitor monitor = Monitor.of(config, facts);
    try {
      IcrService service = create(config, listener, monitor);
      service.begin(config, facts);
      return service;
    } catch (RuntimeException e) {
      monitor.close();
      throw e;
    }
  }

  private static IcrService create(Config config, StageListener listener, Monitor monitor) {
    RecordFormat format = RecordFormat.of(config);
    format.requireSchemas();
    Topology topology = IcrTopology.of(config, format, monitor.stages(listener), monitor.fields());
    Properties properties = StreamsProperties.of(config, monitor.fields());
    Path temporaryState = null;
    if (!properties.containsKey(StreamsConfig.STATE_DIR_CONFIG)) {
      temporaryState = temporaryDirectory();
      properties.put(StreamsConfig.STATE_DIR_CONFIG, temporaryState.toString());
    }
    KafkaStreams streams = new KafkaStreams(topology, properties);
    StreamsView view = new StreamsView(streams, topology);
    monitor.watch(view);
    return new IcrService(streams, monitor, new ServiceLog(view), format, temporaryState);
  }

  /**
   * Waits until the service consumes.
   *
   * @throws BrokerException if it does not within this time
   */
  public void awaitRunning(Duration timeout) {
    try {
      if (!running.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BrokerException("the service is " + streams.state() + " after " + timeout);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException("interrupted while the service starts", e);
    }
  }

  /** Waits until the service has ended, by {@link #close} or by itself. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Whether the service ended by itself because it could not go on. */
  public boolean hasFailed() {
    return streams.state() == KafkaStreams.State.ERROR
        || streams.state() == KafkaStreams.State.PENDING_ERROR;
  }

  /** Where health, metrics, topology and configuration are read; empty if no port is configured. */
  public Optional<InetSocketAddress> httpAddress() {
    return monitor.address();
  }

  /**
   * Finishes the fields in hand, commits and leaves the group; at most 10 seconds. Again, it does
   * nothing but wait for the first time: a signal may come while the service ends by itself.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    // a thread that waits for a schema could not finish in time
    format.close();
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    monitor.close();
    if (temporaryState != null && Files.exists(temporaryState)) {
      delete(temporaryState);
    }
  }

  private void begin(Config config, ReaderFacts facts) {
    log.starts(config, facts);
    streams.setStateListener(
        (now, before) -> {
          log.changed(now, before);
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
          if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
            ended.countDown();
          }
        });
    ThreadReplacement replacement = new ThreadReplacement(config);
    streams.setUncaughtExceptionHandler(
        death -> {
          monitor.threadDied();
          StreamThreadExceptionResponse response = replacement.handle(death);
          if (response == StreamThreadExceptionResponse.REPLACE_THREAD) {
            monitor.threadReplaced();
          }
          return response;
        });
    streams.start();
  }

  private static ReaderFacts check(Config config) {
    ReaderFacts facts;
    // a stream thread that finds no model would die and be replaced for ever
    // the topology loads the lists, which may be large
    try (FieldReader reader = FieldReader.create(config, AllowedLists.NONE, StageListener.NONE)) {
      facts = ReaderFacts.of(reader);
      if (!reader.acceptsNumbers()) {
        LOG.warn(
            "{}={} is stricter than the model's calibration can promise: every number goes to"
                + " review",
            Keys.MAX_ERROR_RATE.name(),
            config.get(Keys.MAX_ERROR_RATE));
      }
    }
    List<String> problems = new Topics(config).problems();
    if (!problems.isEmpty()) {
      throw new BrokerException(String.join("; ", problems) + ": see icr topics");
    }
    GroupCheck.problem(config)
        .ifPresent(
            problem -> {
              throw new BrokerException(problem);
            });
    return facts;
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("icr-streams-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary directory", e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      LOG.warn("cannot delete {}: {}", directory, e.toString());
    }
  }
}
