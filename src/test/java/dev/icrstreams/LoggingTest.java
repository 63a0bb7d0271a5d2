package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.client.Result;
import dev.icrstreams.client.ResultConsumer;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.support.ChildJvm;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service writes to standard error, in a process of its own with the shipped set-up. */
class LoggingTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FIELDS = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void aStartARebalanceAndAStopAreALineEachAndFieldsAreNone() throws Exception {
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults())))) {
      Config config = Config.defaults().with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers());
      new Topics(config).create();
      Path log = folder.resolve("log.json");
      Process service =
          run(
              log,
              "run",
              "--bootstrap-server",
              kafka.bootstrapServers(),
              "--set",
              "icr.log.format=json");
      try {
        awaitRebalanced(log);
        Set<String> answered = answers(config);
        assertEquals(FIELDS + 1, answered.size(), () -> read(log).toString());
        service.destroy();
        assertEquals(0, service.waitFor());
      } finally {
        service.destroyForcibly();
      }
      List<JsonNode> lines = read(log);
      // the broker of this test is of a release that an operator is warned of, once
      List<JsonNode> warnings = lines.stream().filter(LoggingTest::warnsOfTheBroker).toList();
      assertEquals(1, warnings.size(), lines.toString());
      lines.removeAll(warnings);
      check(lines);
    }
  }

  private static boolean warnsOfTheBroker(JsonNode line) {
    return line.get("level").asText().equals("WARN")
        && line.get("formattedMessage").asText().startsWith("brokers of Kafka");
  }

  @Test
  void theReasonForWhichACommandEndsIsALineToo() throws Exception {
    Path log = folder.resolve("log.json");
    Process read =
        run(
            log,
            "read",
            "--set",
            "icr.log.format=json",
            "--set",
            "icr.model.path=/no/\"m\".zip",
            "src/main/resources/samples/clean-000001.png");
    assertEquals(3, read.waitFor(), () -> read(log).toString());
    JsonNode line = read(log).get(0);
    assertEquals("ERROR", line.get("level").asText());
    assertTrue(line.get("formattedMessage").asText().contains("/no/\"m\".zip"), line.toString());
  }

  private static void check(List<JsonNode> lines) {
    List<String> messages =
        lines.stream().map(line -> line.get("formattedMessage").asText()).toList();
    JsonNode start = lines.get(0);
    Map<String, String> values = values(start);
    assertEquals("0.001", values.get("budget"), messages.toString());
    assertEquals("1", values.get("threads"));
    assertEquals("icr-streams", values.get("group"));
    assertTrue(values.get("model").startsWith("icr-"), values.toString());
    assertFalse(values.get("version").isEmpty());
    assertTrue(Double.parseDouble(values.get("threshold")) > 0.5, values.toString());
    for (String part :
        List.of(values.get("model"), "0.001", "rejected-fields=icr.rejected-fields")) {
      assertTrue(messages.get(0).contains(part), messages.get(0));
    }
    List<String> rebalances = messages.stream().filter(m -> m.startsWith("rebalanced")).toList();
    assertTrue(!rebalances.isEmpty() && rebalances.size() <= 3, messages.toString());
    assertEquals("stopped", messages.get(messages.size() - 1));
    assertEquals(2 + rebalances.size(), messages.size(), "none a field: " + messages);
    for (JsonNode line : lines) {
      assertEquals("INFO", line.get("level").asText());
      assertTrue(line.get("timestamp").asLong() > 1_600_000_000_000L, line.toString());
    }
  }

  private static Map<String, String> values(JsonNode line) {
    Map<String, String> values = new TreeMap<>();
    for (JsonNode pair : line.get("kvpList")) {
      pair.properties().forEach(e -> values.put(e.getKey(), e.getValue().asText()));
    }
    return values;
  }

  private static void awaitRebalanced(Path log) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(log).contains("rebalanced in")) {
      assertTrue(System.nanoTime() < deadline, Files.readString(log));
      Thread.sleep(200);
    }
  }

  /** The ids of what came out; one goes to the dead letters. */
  private static Set<String> answers(Config config) {
    List<Samples.Sample> samples = Samples.all().subList(0, FIELDS);
    try (FieldProducer producer = new FieldProducer(config)) {
      for (Samples.Sample sample : samples) {
        producer.send(sample.file(), sample.image(), "", "", Constraints.NONE, Map.of());
      }
      producer.send("no-image", new byte[] {1}, "", "", Constraints.NONE, Map.of()).origin();
    }
    Set<String> answered = new HashSet<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try (ResultConsumer results = new ResultConsumer(config)) {
      while (answered.size() <= FIELDS && System.nanoTime() < deadline) {
        results.poll(Duration.ofMillis(300)).stream().map(Result::id).forEach(answered::add);
      }
    }
    return answered;
  }

  private static Process run(Path log, String... arguments) {
    ProcessBuilder builder =
        ChildJvm.of(
            List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                // and not the tests' own
                "-Dlogback.configurationFile=logback.xml"),
            Icr.class.getName(),
            List.of(arguments));
    return ChildJvm.start(builder.redirectError(log.toFile()));
  }

  private static List<JsonNode> read(Path log) {
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(log)) {
        lines.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new AssertionError("no JSON in " + log + ": " + e.getMessage(), e);
    }
    return lines;
  }
}
