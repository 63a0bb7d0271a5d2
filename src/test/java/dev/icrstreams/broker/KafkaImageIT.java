package dev.icrstreams.broker;

import static dev.icrstreams.support.BrokerProbe.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.support.BrokerProbe;
import dev.icrstreams.support.KafkaContainers;
import dev.icrstreams.support.RequiresDocker;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.kafka.KafkaContainer;

/** The image that the container tests stand on does what the service asks of a broker. */
@RequiresDocker
class KafkaImageIT {
  private static KafkaContainer kafka;
  private static BrokerProbe probe;

  @BeforeAll
  static void startContainer() {
    kafka = KafkaContainers.create();
    kafka.start();
    probe = new BrokerProbe(kafka.getBootstrapServers());
  }

  @AfterAll
  static void stopContainer() {
    kafka.close();
  }

  @Test
  void hidesAbortedTransactionsFromReadCommitted() throws Exception {
    probe.createTopics("transactions");
    probe.sendAborted("transactions", "aborted".getBytes(UTF_8));
    probe.sendCommitted("transactions", "committed".getBytes(UTF_8));
    assertEquals(List.of("committed"), texts(probe.committed("transactions")));
    assertEquals(List.of("aborted", "committed"), texts(probe.uncommitted("transactions")));
  }

  /** Kafka's own topics, too, live on one node. */
  @Test
  void keepsOneReplicaOfTransactionState() throws Exception {
    probe.createTopics("one");
    probe.sendCommitted("one", "value".getBytes(UTF_8));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.getBootstrapServers()))) {
      var topics = admin.describeTopics(List.of("__transaction_state")).allTopicNames().get();
      assertTrue(
          topics.values().stream()
              .flatMap(topic -> topic.partitions().stream())
              .allMatch(partition -> partition.replicas().size() == 1));
    }
  }

  @Test
  void isOfTheReleaseThatTheComposeFileNames() throws Exception {
    String release = KafkaContainers.version().replaceFirst("\\.[0-9]+$", "");
    MetadataVersion version =
        MetadataVersion.fromFeatureLevel(finalizedFeature("metadata.version"));
    assertTrue(version.version().startsWith(release + "-"), version + " for " + release);
  }

  @Test
  void knowsTheStreamsGroupProtocol() throws Exception {
    assertTrue(finalizedFeature("streams.version") >= 1);
  }

  private static short finalizedFeature(String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.getBootstrapServers()))) {
      return admin
          .describeFeatures()
          .featureMetadata()
          .get()
          .finalizedFeatures()
          .get(name)
          .maxVersionLevel();
    }
  }
}
