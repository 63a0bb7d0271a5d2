package dev.icrstreams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.BrokerException;
import dev.icrstreams.client.Conservation;
import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.client.ResultConsumer;
import dev.icrstreams.client.Topics;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker with passwords that grants the service what RELIABILITY.md lists, no more. */
class SecuredBrokerTest {
  private static final Duration START = Duration.ofMinutes(2);
  private static final String SERVICE_PASSWORD = "s3rvice";

  private static EmbeddedKafka kafka;

  @BeforeAll
  static void start() {
    String listener = "listener.name.plaintext.";
    kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults()))
                .withProperty(
                    "listener.security.protocol.map",
                    "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT")
                .withProperty("sasl.enabled.mechanisms", "PLAIN")
                .withProperty("sasl.mechanism.inter.broker.protocol", "PLAIN")
                .withProperty(
                    listener + "plain.sasl.jaas.config",
                    login("admin", "4dmin").replace(";", "")
                        + " user_admin=\"4dmin\" user_icr=\""
                        + SERVICE_PASSWORD
                        + "\";")
                .withProperty(
                    "authorizer.class.name",
                    "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .withProperty("super.users", "User:admin;User:ANONYMOUS"));
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"streams", "classic"})
  void theListedRightsAreEnough(String protocol) throws Exception {
    Config admin = config("enough-" + protocol, "admin", "4dmin");
    new Topics(admin).create();
    grant(admin, rights(admin));
    Config service =
        config("enough-" + protocol, "icr", SERVICE_PASSWORD).with(Keys.GROUP_PROTOCOL, protocol);
    Conservation conservation = new Conservation();
    try (IcrService running = IcrService.start(service);
        FieldProducer producer = new FieldProducer(admin);
        ResultConsumer consumer = new ResultConsumer(admin)) {
      running.awaitRunning(START);
      for (Samples.Sample sample : Samples.all()) {
        conservation.produced(
            producer
                .send(sample.file(), sample.image(), "", "", Constraints.NONE, Map.of())
                .origin());
      }
      long deadline = System.nanoTime() + START.toNanos();
      while (conservation.lost() > 0 && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(conservation::arrived);
      }
      assertFalse(running.hasFailed());
    }
    assertTrue(conservation.balances(), conservation.toString());
  }

  @Test
  void aMissingRightToWriteStopsTheServiceInsteadOfSkipping() throws Exception {
    Config admin = config("missing", "admin", "4dmin");
    new Topics(admin).create();
    grant(admin, rights(admin));
    Config service = config("missing", "icr", SERVICE_PASSWORD);
    try (IcrService running = IcrService.start(service);
        FieldProducer producer = new FieldProducer(admin);
        ResultConsumer consumer = new ResultConsumer(admin)) {
      running.awaitRunning(START);
      try (Admin client = Admin.create(clients(admin))) {
        client
            .deleteAcls(
                List.of(
                    new AclBindingFilter(
                        new ResourcePatternFilter(
                            ResourceType.TOPIC,
                            admin.get(Keys.REJECTED_FIELDS),
                            PatternType.LITERAL),
                        AccessControlEntryFilter.ANY)))
            .all()
            .get();
      }
      producer.send("a", new byte[1_000], "", "", Constraints.NONE, Map.of()).origin();
      long deadline = System.nanoTime() + START.toNanos();
      while (!running.hasFailed() && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertTrue(running.hasFailed());
      assertEquals(List.of(), consumer.poll(Duration.ofSeconds(1)));
    }
  }

  @Test
  void aWrongPasswordIsSaidAndNotShown() {
    Config config = config("wrong", "icr", "hunter2");
    var e = assertThrows(BrokerException.class, () -> IcrService.start(config));
    assertTrue(e.getMessage().contains("Authentication failed"), e.getMessage());
    assertFalse(e.getMessage().contains("hunter2"), e.getMessage());
    assertTrue(config.entries().stream().noneMatch(entry -> entry.shown().contains("hunter2")));
  }

  /** What the service needs, and no more. */
  private static List<AclBinding> rights(Config config) {
    List<AclBinding> rights = new ArrayList<>();
    String application = config.get(Keys.APPLICATION_ID);
    allow(rights, ResourceType.TOPIC, config.get(Keys.SCANNED_FIELDS), AclOperation.READ);
    allow(rights, ResourceType.TOPIC, config.get(Keys.CORRECTIONS), AclOperation.READ);
    allow(rights, ResourceType.TOPIC, config.get(Keys.RECOGNIZED_NUMBERS), AclOperation.WRITE);
    for (var key : List.of(Keys.REVIEW_ITEMS, Keys.REJECTED_FIELDS)) {
      allow(rights, ResourceType.TOPIC, config.get(key), AclOperation.WRITE);
      allow(rights, ResourceType.TOPIC, config.get(key), AclOperation.DESCRIBE_CONFIGS);
    }
    allow(rights, ResourceType.GROUP, application, AclOperation.READ);
    rights.add(
        new AclBinding(
            new ResourcePattern(
                ResourceType.TRANSACTIONAL_ID, application + "-", PatternType.PREFIXED),
            new AccessControlEntry("User:icr", "*", AclOperation.WRITE, AclPermissionType.ALLOW)));
    return rights;
  }

  private static void allow(
      List<AclBinding> rights, ResourceType type, String name, AclOperation operation) {
    rights.add(
        new AclBinding(
            new ResourcePattern(type, name, PatternType.LITERAL),
            new AccessControlEntry("User:icr", "*", operation, AclPermissionType.ALLOW)));
  }

  private static void grant(Config admin, List<AclBinding> rights) throws Exception {
    try (Admin client = Admin.create(clients(admin))) {
      client.createAcls(rights).all().get();
      // they count some moments later
      while (!client.describeAcls(AclBindingFilter.ANY).values().get().containsAll(rights)) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }

  private static Map<String, Object> clients(Config config) {
    Map<String, Object> properties = new java.util.HashMap<>(config.kafka());
    properties.put("bootstrap.servers", config.get(Keys.BOOTSTRAP_SERVERS));
    return properties;
  }

  private static Config config(String name, String user, String password) {
    return ReadSamples.CONFIG
        .with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers())
        .with(Keys.TOPIC_PARTITIONS, "2")
        .with(Keys.APPLICATION_ID, name)
        .with(Keys.SCANNED_FIELDS, name + ".scanned-fields")
        .with(Keys.RECOGNIZED_NUMBERS, name + ".recognized-numbers")
        .with(Keys.REVIEW_ITEMS, name + ".review-items")
        .with(Keys.REJECTED_FIELDS, name + ".rejected-fields")
        .with(Keys.CORRECTIONS, name + ".corrections")
        .with(
            Map.of(
                "icr.kafka.security.protocol",
                "SASL_PLAINTEXT",
                "icr.kafka.sasl.mechanism",
                "PLAIN",
                "icr.kafka.sasl.jaas.config",
                login(user, password)),
            "test");
  }

  private static String login(String user, String password) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
        + user
        + "\" password=\""
        + password
        + "\";";
  }
}
