package dev.icrstreams.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.support.KafkaContainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever starts a broker in a container starts the one that the container tests ran on. */
class KafkaVersionTest {
  private static final Pattern NAMED =
      Pattern.compile("(?:apache|icr-streams)/kafka:(\\d[\\d.]*\\d)|<kafka.version>(.+?)</");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker-compose.yml",
        "docker-compose.three-brokers.yml",
        "ops/stand-ins/compose.yml",
        "ops/kafka-image/pom.xml",
        "ops/README.md",
        "docs/testing.md"
      })
  void oneVersionIsNamedEverywhere(String file) throws IOException {
    Set<String> named =
        NAMED
            .matcher(Files.readString(Path.of(file)))
            .results()
            .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
            .collect(Collectors.toSet());
    assertTrue(!named.isEmpty(), file + " names no version");
    assertEquals(Set.of(KafkaContainers.version()), named, file);
  }
}
