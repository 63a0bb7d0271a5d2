package dev.icrstreams.support;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Kafka in containers, of the version that the project is built with.
 *
 * <p>The image is the one that the system property {@code icr.test.kafka.image} or the variable
 * {@code TEST_KAFKA_IMAGE} names, else {@code icr-streams/kafka} (see ops/README.md) if it was
 * built here, else {@code apache/kafka}. Thread-safe.
 */
public final class KafkaContainers {
  private static final String OFFICIAL = "apache/kafka";
  private static final String BUILT_HERE = "icr-streams/kafka";

  private KafkaContainers() {}

  /** A single-node broker that is not started yet; topics must be created. Close it after use. */
  public static KafkaContainer create() {
    return new KafkaContainer(image().asCompatibleSubstituteFor(OFFICIAL))
        .withEnv("KAFKA_GROUP_STREAMS_INITIAL_REBALANCE_DELAY_MS", "0")
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
  }

  /** The image to start. */
  static DockerImageName image() {
    String version = AppInfoParser.getVersion();
    String builtHere = BUILT_HERE + ":" + version;
    return DockerImageName.parse(
        Optional.ofNullable(System.getProperty("icr.test.kafka.image"))
            .or(() -> Optional.ofNullable(System.getenv("TEST_KAFKA_IMAGE")))
            .orElseGet(() -> isLocal(builtHere) ? builtHere : OFFICIAL + ":" + version));
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
