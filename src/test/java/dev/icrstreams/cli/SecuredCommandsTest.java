package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.DocumentedRights;
import dev.icrstreams.support.SecuredKafka;
import dev.icrstreams.wire.DeadLetterHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rights each command needs on a broker that speaks TLS and SCRAM. */
class SecuredCommandsTest {
  private static final String STORE_PASSWORD = "pa55-of-the-store";
  private static final String NAME = "commands";

  @TempDir static Path folder;

  private static SecuredKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = SecuredKafka.start(folder, STORE_PASSWORD);
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void eachCommandNeedsTheListedRightsAndNamesTheOneThatIsMissing() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    Path scan = folder.resolve("field-1");
    Files.write(scan, SecuredCli.scribble());
    List<AclBinding> topics = rights("icr topics");
    needs(topics, "topics");
    topics.forEach(SecuredCommandsTest::grant);
    needs(
        rights("icr topics --apply-retention, beside those"),
        "topics",
        "--apply-retention",
        "--set",
        "icr.topic.review-items.retention-days=9",
        "--set",
        "icr.topic.rejected-fields.retention-days=9");
    topics.forEach(SecuredCommandsTest::revoke);
    needs(rights("icr produce"), "produce", scan.toString());

    Config admin = kafka.administrator(NAME).with(Keys.INCLUDE_IMAGE, "false");
    try (IcrService service = IcrService.start(admin)) {
      service.awaitRunning(Duration.ofSeconds(90));
      SecuredCli.assertAnswered(folder, "field-1", admin);
      needs(rights("icr correct"), "correct", "--id", "field-1", "--number", "17");
    }
    needs(rights("icr results"), "results", "--until-idle", "1");
    needs(rights("icr trace"), "trace", "--id", "field-1");

    List<AclBinding> corrections = new ArrayList<>(rights("icr corrections"));
    corrections.addAll(rights("icr corrections, where review items carry no image"));
    needs(corrections, "corrections", "--out", out.resolve("labelled").toString());
    try (var files = Files.list(out.resolve("labelled"))) {
      Path image = files.filter(file -> !file.endsWith("labels.tsv")).findFirst().orElseThrow();
      assertTrue(Arrays.equals(SecuredCli.scribble(), Files.readAllBytes(image)), image.toString());
    }
    letters("EMPTY", admin.get(Keys.SCANNED_FIELDS));
    letters("BAD_ID", admin.get(Keys.CORRECTIONS));
    Cli sent =
        needs(
            DocumentedRights.of("icr redrive", admin, "EMPTY", "BAD_ID"),
            "redrive",
            "--execute",
            "--code",
            "EMPTY,BAD_ID");
    assertTrue(sent.err().contains("2 sent, 0 refused"), sent.err());
    reset();
  }

  /** Needs the group that the service has left. */
  private static void reset() throws Exception {
    Config admin = kafka.administrator(NAME);
    Cli idle =
        Cli.until(cli -> cli.code() == ExitCode.DONE, () -> SecuredCli.run(folder, admin, "reset"));
    assertEquals(ExitCode.DONE, idle.code(), idle.err());
    List<AclBinding> rights = rights("icr reset");
    needs(rights, "reset", "--execute");
    List<AclBinding> looking = rights.stream().map(r -> as(AclOperation.DESCRIBE, r)).toList();
    kafka.grant(looking);
    assertEquals(ExitCode.DONE, SecuredCli.run(folder, kafka.user(NAME), "reset").code());
    for (AclBinding right : rights) {
      rights.stream().filter(r -> !r.equals(right)).forEach(SecuredCommandsTest::grant);
      assertNamed(
          right,
          SecuredCli.run(folder, kafka.user(NAME), "reset", "--execute"),
          "reset that may look");
      rights.forEach(SecuredCommandsTest::revoke);
    }
    kafka.grant(rights);
    List<AclBinding> internal = rights("icr reset, where Kafka Streams has made internal topics");
    List<AclBinding> seeing = internal.stream().map(r -> as(AclOperation.DESCRIBE, r)).toList();
    kafka.createTopic(NAME + "-store-changelog");
    Cli unseen = SecuredCli.run(folder, kafka.user(NAME), "reset");
    assertFalse(unseen.out().contains("changelog"), unseen.out());
    kafka.grant(seeing);
    Cli deleted = needs(internal, "reset", "--execute");
    assertTrue(deleted.out().contains(NAME + "-store-changelog\tthere\tdeleted"), deleted.out());
    List.of(looking, seeing, rights).forEach(all -> all.forEach(SecuredCommandsTest::revoke));
  }

  private static AclBinding as(AclOperation operation, AclBinding right) {
    return new AclBinding(
        right.pattern(),
        new AccessControlEntry(right.entry().principal(), "*", operation, AclPermissionType.ALLOW));
  }

  @Test
  void aConsumerNeedsItsTopicAndItsGroup() throws Exception {
    Config user = kafka.user("consumer");
    new Topics(kafka.administrator("consumer")).create();
    List<AclBinding> rights = new ArrayList<>(DocumentedRights.of("a consumer of numbers", user));
    rights.add(
        new AclBinding(
            new ResourcePattern(ResourceType.GROUP, "downstream", PatternType.LITERAL),
            new AccessControlEntry(
                "User:" + SecuredKafka.USER, "*", AclOperation.READ, AclPermissionType.ALLOW)));
    assertEquals(2, rights.size());
    kafka.grant(rights);
    Map<String, Object> properties = new HashMap<>(user.kafka());
    properties.put("bootstrap.servers", user.get(Keys.BOOTSTRAP_SERVERS));
    properties.put("group.id", "downstream");
    properties.put("isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(user.get(Keys.RECOGNIZED_NUMBERS)));
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (consumer.assignment().isEmpty() && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200));
      }
      assertEquals(2, consumer.assignment().size());
      consumer.commitSync();
    }
  }

  /** With all these rights a command works; with any one less it fails and names that one. */
  private static Cli needs(List<AclBinding> rights, String... command) throws Exception {
    kafka.grant(rights);
    for (AclBinding right : rights) {
      kafka.revoke(right);
      assertNamed(
          right, SecuredCli.run(folder, kafka.user(NAME), command), String.join(" ", command));
      kafka.grant(List.of(right));
      deleteHalfMade(command);
    }
    Cli cli = SecuredCli.run(folder, kafka.user(NAME), command);
    assertEquals(ExitCode.DONE, cli.code(), String.join(" ", command) + ": " + cli);
    rights.forEach(SecuredCommandsTest::revoke);
    return cli;
  }

  private static void assertNamed(AclBinding right, Cli cli, String command) {
    String words =
        right.entry().operation()
            + " on the "
            + right.pattern().resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ')
            + " "
            + right.pattern().name();
    String all = command + " without " + words + ": " + cli;
    assertEquals(ExitCode.FAILED, cli.code(), all);
    assertTrue(cli.err().contains(words), all);
    assertFalse(cli.err().contains("\tat "), all);
  }

  /** Takes away what a failed run has begun to write. */
  private static void deleteHalfMade(String... command) throws IOException {
    if (command[0].equals("corrections")) {
      Path labels = Path.of(command[2]).resolve("labels.tsv");
      Files.deleteIfExists(labels);
    }
  }

  private static List<AclBinding> rights(String who) {
    return DocumentedRights.of(who, kafka.user(NAME));
  }

  private static void grant(AclBinding right) {
    try {
      kafka.grant(List.of(right));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void revoke(AclBinding right) {
    try {
      kafka.revoke(right);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void letters(String code, String origin) throws Exception {
    Config admin = kafka.administrator(NAME);
    Map<String, Object> properties = new HashMap<>(admin.kafka());
    properties.put("bootstrap.servers", admin.get(Keys.BOOTSTRAP_SERVERS));
    try (var producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      var letter = new ProducerRecord<>(admin.get(Keys.REJECTED_FIELDS), utf8(code), utf8("x"));
      letter
          .headers()
          .add(DeadLetterHeaders.TOPIC, utf8(origin))
          .add(DeadLetterHeaders.PARTITION, utf8("0"))
          .add(DeadLetterHeaders.OFFSET, utf8("0"))
          .add(DeadLetterHeaders.ERROR_CODE, utf8(code));
      producer.send(letter).get();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
