package dev.icrstreams.support;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Kafka in containers: the broker that {@code docker-compose.yml} names.
 *
 * <p>The image is the one that the system property {@code icr.test.kafka.image} or the variable
 * {@code TEST_KAFKA_IMAGE} names, else {@code icr-streams/kafka} (see ops/README.md) if it was
 * built here, else {@code apache/kafka}. Thread-safe.
 */
public final class KafkaContainers {
  private static final String OFFICIAL = "apache/kafka";
  private static final String BUILT_HERE = "icr-streams/kafka";
  private static final Pattern NAMED = Pattern.compile(OFFICIAL + ":([0-9][0-9.]*[0-9])");

  private KafkaContainers() {}

  /** A single-node broker that is not started yet; topics must be created. Close it after use. */
  public static KafkaContainer create() {
    return new KafkaContainer(image().asCompatibleSubstituteFor(OFFICIAL))
        .withEnv("KAFKA_GROUP_STREAMS_INITIAL_REBALANCE_DELAY_MS", "0")
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
  }

  /** The image to start. */
  static DockerImageName image() {
    String builtHere = BUILT_HERE + ":" + version();
    return DockerImageName.parse(
        Optional.ofNullable(System.getProperty("icr.test.kafka.image"))
            .or(() -> Optional.ofNullable(System.getenv("TEST_KAFKA_IMAGE")))
            .orElseGet(() -> isLocal(builtHere) ? builtHere : OFFICIAL + ":" + version()));
  }

  /** The version of Kafka that {@code docker-compose.yml} names. */
  public static String version() {
    try {
      Matcher named = NAMED.matcher(Files.readString(Path.of("docker-compose.yml")));
      if (!named.find()) {
        throw new IllegalStateException("docker-compose.yml names no " + OFFICIAL);
      }
      return named.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLocal(String image) {
    try {
      DockerClientFactory.instance().client().inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }
}
