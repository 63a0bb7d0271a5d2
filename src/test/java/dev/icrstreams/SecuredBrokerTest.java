package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import dev.icrstreams.client.Conservation;
import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.client.ResultConsumer;
import dev.icrstreams.client.Topics;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.support.DocumentedRights;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.support.RecordedLog;
import dev.icrstreams.support.SecuredKafka;
import dev.icrstreams.synth.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service over TLS and SCRAM, granted what {@code docs/security.md} lists, no more. */
class SecuredBrokerTest {
  private static final Duration START = Duration.ofMinutes(2);
  private static final String SERVICE = "icr run";

  /** What no log may hold: in an attribute, and as bytes that are no image. */
  private static final String CONTENT = "c0ntent-of-a-field";

  @TempDir static Path folder;

  /** A variable that this JVM has, to take a password from. */
  private static Map.Entry<String, String> variable;

  private static SecuredKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    variable =
        System.getenv().entrySet().stream()
            .filter(entry -> entry.getValue().matches("[A-Za-z0-9._/-]{6,60}"))
            .findFirst()
            .orElseThrow();
    kafka = SecuredKafka.start(folder, variable.getValue());
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams", "classic"})
  void theListedRightsAreEnough(String protocol) throws Exception {
    String name = "enough-" + protocol;
    prepare(name);
    Config service = kafka.user(name).with(Keys.GROUP_PROTOCOL, protocol);
    assertEquals("", run(name, service));
  }

  @Test
  void secretsFromFileAndEnvironmentWorkAndNothingSecretIsLogged() throws Exception {
    prepare("quiet");
    Path secrets =
        Files.writeString(
            folder.resolve("secrets.properties"),
            "login=" + SecuredKafka.jaas(SecuredKafka.PASSWORD) + "\n");
    String providers = "icr.kafka.config.providers";
    String classes = "org.apache.kafka.common.config.provider.";
    Config service =
        kafka
            .user("quiet")
            .with(
                Map.of(
                    providers,
                    "file,env",
                    providers + ".file.class",
                    classes + "FileConfigProvider",
                    providers + ".env.class",
                    classes + "EnvVarConfigProvider",
                    "icr.kafka.ssl.truststore.password",
                    "${env:" + variable.getKey() + "}"),
                "a file")
            .withEnvironment(Map.of("ICR_KAFKA_SASL_JAAS_CONFIG", "${file:" + secrets + ":login}"));
    Map<String, Level> levels =
        Map.of(
            "dev.icrstreams",
            Level.TRACE,
            "org.apache.kafka.clients",
            Level.DEBUG,
            "org.apache.kafka.streams",
            Level.DEBUG,
            "org.apache.kafka.common",
            Level.DEBUG);
    try (RecordedLog log = RecordedLog.of(levels)) {
      assertEquals("", run("quiet", service));
      assertTrue(log.said().size() > 100, log.said().size() + " lines");
      String number = ReadSamples.accepted().number();
      assertTrue(number.length() > 3, number);
      String image = Base64.getEncoder().encodeToString(ReadSamples.accepted().image());
      for (String line : log.said()) {
        assertFalse(line.contains(SecuredKafka.PASSWORD), line);
        assertFalse(line.contains(CONTENT), line);
        assertFalse(line.contains(image.substring(0, 40)), line);
        assertFalse(line.contains("IHDR"), line);
        boolean ours = line.startsWith("dev.icrstreams");
        assertFalse(ours && line.matches("(?s).*\\b" + number + "\\b.*"), line);
      }
    }
    assertTrue(
        service.entries().stream().noneMatch(it -> it.shown().contains(SecuredKafka.PASSWORD)));
  }

  @Test
  void withoutAnyOneOfTheRightsTheServiceStopsAndNamesIt() throws Exception {
    Config admin = prepare("less");
    Config service = kafka.user("less");
    for (AclBinding right : DocumentedRights.of(SERVICE, service)) {
      kafka.revoke(right);
      String said = failure(admin, service);
      String words =
          right.entry().operation()
              + (right.pattern().resourceType() == ResourceType.TRANSACTIONAL_ID
                  ? " on transactional ids that begin with "
                  : " on the "
                      + right.pattern().resourceType().name().toLowerCase(Locale.ROOT)
                      + " ")
              + right.pattern().name();
      assertTrue(said.contains(words), "without " + words + ": " + said);
      kafka.grant(List.of(right));
    }
  }

  @Test
  void aRightThatIsTakenAwayStopsTheServiceInsteadOfSkipping() throws Exception {
    Config admin = prepare("missing");
    try (IcrService running = IcrService.start(kafka.user("missing"));
        FieldProducer producer = new FieldProducer(admin);
        ResultConsumer consumer = new ResultConsumer(admin)) {
      running.awaitRunning(START);
      for (AclBinding right : DocumentedRights.of(SERVICE, admin)) {
        if (right.pattern().name().equals(admin.get(Keys.REJECTED_FIELDS))) {
          kafka.revoke(right);
        }
      }
      producer.send("a", new byte[1_000], "", "", Constraints.NONE, Map.of()).origin();
      awaitFailure(running);
      assertEquals(List.of(), consumer.poll(Duration.ofSeconds(1)));
    }
  }

  private static Config prepare(String name) throws Exception {
    Config admin = kafka.administrator(name);
    new Topics(admin).create();
    kafka.grant(DocumentedRights.of(SERVICE, admin));
    return admin;
  }

  /** What the service is out of balance by after all samples and a piece of text; empty if not. */
  private static String run(String name, Config service) {
    Config admin = kafka.administrator(name);
    Conservation conservation = new Conservation();
    try (IcrService running = IcrService.start(service);
        FieldProducer producer = new FieldProducer(admin);
        ResultConsumer consumer = new ResultConsumer(admin)) {
      running.awaitRunning(START);
      for (Samples.Sample sample : Samples.all()) {
        var attributes = Map.of("attribute", CONTENT);
        conservation.produced(
            producer
                .send(sample.file(), sample.image(), "", "", Constraints.NONE, attributes)
                .origin());
      }
      byte[] text = CONTENT.getBytes(StandardCharsets.UTF_8);
      conservation.produced(
          producer.send("text", text, "", "", Constraints.NONE, Map.of()).origin());
      long deadline = System.nanoTime() + START.toNanos();
      while (conservation.lost() > 0 && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(conservation::arrived);
      }
      assertFalse(running.hasFailed());
    }
    return conservation.balances() ? "" : conservation.toString();
  }

  /** What a service says that does not start, or starts and stops by itself. */
  private static String failure(Config admin, Config service) throws Exception {
    try (RecordedLog log = RecordedLog.of(Map.of("dev.icrstreams", Level.ERROR));
        FieldProducer producer = new FieldProducer(admin)) {
      producer.send("a", new byte[10], "", "", Constraints.NONE, Map.of()).origin();
      try (IcrService running = IcrService.start(service)) {
        awaitFailure(running);
      } catch (BrokerException e) {
        return e.getMessage();
      }
      return String.join("\n", log.said());
    }
  }

  private static void awaitFailure(IcrService running) throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!running.hasFailed() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertTrue(running.hasFailed());
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() {
    Config config =
        kafka
            .user("wrong")
            .with(Map.of("icr.kafka.sasl.jaas.config", SecuredKafka.jaas("hunter2")), "x");
    var e = assertThrows(BrokerException.class, () -> IcrService.start(config));
    assertTrue(e.getMessage().contains("Authentication failed"), e.getMessage());
    assertFalse(e.getMessage().contains("hunter2"), e.getMessage());
  }
}
