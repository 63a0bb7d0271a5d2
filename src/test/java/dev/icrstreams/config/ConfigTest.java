package dev.icrstreams.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigTest {
  @Test
  void everyDefaultIsInItsRange() {
    Config defaults = Config.defaults();
    Keys.ALL.forEach(defaults::get);
    assertEquals(Keys.ALL.size(), defaults.entries().size());
  }

  @Test
  void laterSourcesOverrideEarlierOnes() {
    Config config =
        Config.defaults()
            .with(Map.of("icr.stream-threads", "2", "icr.topic.partitions", "3"), "icr.conf")
            .withEnvironment(Map.of("ICR_STREAM_THREADS", "4", "PATH", "/bin"))
            .with(Map.of("icr.stream-threads", "8"), "command line");
    assertEquals(8, config.get(Keys.STREAM_THREADS));
    assertEquals(3, config.get(Keys.TOPIC_PARTITIONS));
    assertEquals("icr.conf", origin(config, "icr.topic.partitions"));
    assertEquals("command line", origin(config, "icr.stream-threads"));
    assertEquals("default", origin(config, "icr.limit.side"));
  }

  @Test
  void everyKeyHasAnEnvironmentVariableOfItsOwn() {
    Set<String> names = new HashSet<>();
    for (Key<?> key : Keys.ALL) {
      assertTrue(names.add(key.environmentName()), key.environmentName());
      Config config =
          Config.defaults().withEnvironment(Map.of(key.environmentName(), key.defaultText()));
      assertEquals("environment " + key.environmentName(), origin(config, key.name()));
    }
    assertEquals("ICR_ACCEPT_MAX_ERROR_RATE", Keys.MAX_ERROR_RATE.environmentName());
  }

  @Test
  void anUnknownKeyNamesTheNearest() {
    var e =
        assertThrows(
            ConfigException.class,
            () -> Config.defaults().with(Map.of("icr.stream.thread", "2"), "icr.conf"));
    assertEquals(
        "there is no key icr.stream.thread (from icr.conf); the nearest is icr.stream-threads",
        e.getMessage());
    assertThrows(
        ConfigException.class,
        () -> Config.defaults().withEnvironment(Map.of("ICR_STREAM_THREAD", "2")));
  }

  @Test
  void aValueOutOfRangeSaysTheRange() {
    var e =
        assertThrows(
            ConfigException.class,
            () -> Config.defaults().with(Map.of("icr.accept.max-error-rate", "2"), "icr.conf"));
    assertEquals(
        "icr.accept.max-error-rate=2 (from icr.conf) is not a number from 0.0 to 1.0",
        e.getMessage());
  }

  @Test
  void levelsOfLogAreByPackageAndChecked() {
    Config config =
        Config.defaults()
            .with(Map.of("icr.log.level.org.apache.kafka", "WARN"), "icr.conf")
            .withEnvironment(Map.of("ICR_LOG_LEVEL_DEV_ICRSTREAMS_STREAM", "DEBUG"));
    assertEquals(LogLevel.INFO, config.get(LogKeys.LEVEL));
    assertEquals(
        Map.of("org.apache.kafka", LogLevel.WARN, "dev.icrstreams.stream", LogLevel.DEBUG),
        config.logLevels());
    var e =
        assertThrows(
            ConfigException.class,
            () -> Config.defaults().with(Map.of("icr.log.level.org.apache", "LOUD"), "icr.conf"));
    assertEquals(
        "icr.log.level.org.apache=LOUD (from icr.conf) is not OFF, ERROR, WARN, INFO, DEBUG or"
            + " TRACE",
        e.getMessage());
    assertThrows(
        ConfigException.class,
        () -> Config.defaults().with(Map.of("icr.log.format", "xml"), "icr.conf"));
  }

  @Test
  void kafkaKeysPassThroughAndTheirSecretsAreMasked() {
    Config config =
        Config.defaults()
            .with(Map.of("icr.kafka.ssl.truststore.password", "hush"), "icr.conf")
            .withEnvironment(
                Map.of("ICR_KAFKA_SECURITY_PROTOCOL", "SSL", "ICR_JAVA_OPTS", "-Xmx1g"));
    assertEquals(
        Map.of("ssl.truststore.password", "hush", "security.protocol", "SSL"), config.kafka());
    assertFalse(config.entries().stream().anyMatch(entry -> entry.shown().contains("hush")));
  }

  @Test
  void listsHaveNamesOfTheOperatorsChoice() {
    Config config =
        Config.defaults()
            .with(Map.of("icr.allowed.branches", "/etc/branches.txt"), "icr.conf")
            .withEnvironment(Map.of("ICR_ALLOWED_METERS", "meters.txt"))
            .with(Map.of("icr.allowed.branches", "b.txt"), "command line");
    assertEquals(Set.of("branches", "meters"), config.family(Keys.ALLOWED).keySet());
    assertEquals("b.txt", config.family(Keys.ALLOWED).get("branches").text());
    assertEquals("environment ICR_ALLOWED_METERS", origin(config, "icr.allowed.meters"));
    assertTrue(config.kafka().isEmpty());
    for (String key : new String[] {"icr.allowed.", "icr.allowed", "icr.allowed.a b"}) {
      var e =
          assertThrows(
              ConfigException.class, () -> Config.defaults().with(Map.of(key, "x"), "icr.conf"));
      assertEquals(
          "there is no key " + key + " (from icr.conf); the nearest is icr.allowed.NAME",
          e.getMessage());
    }
    var empty =
        assertThrows(
            ConfigException.class,
            () -> Config.defaults().with(Map.of("icr.allowed.x", " "), "icr.conf"));
    assertEquals("icr.allowed.x= (from icr.conf) is not a file", empty.getMessage());
  }

  @Test
  void theShippedFileIsMadeFromTheDeclarations() throws IOException {
    try (var in = Config.class.getResourceAsStream("/icr.properties")) {
      String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(
          DefaultsFile.text(),
          shipped,
          "make it anew: ./icr config --defaults > src/main/resources/icr.properties");
    }
  }

  private static String origin(Config config, String name) {
    return config.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow()
        .origin();
  }
}
