package dev.icrstreams.broker;

import static dev.icrstreams.support.BrokerProbe.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.support.BrokerProbe;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One broker serves those tests that do not stop it; each uses topics of its own. */
class EmbeddedKafkaTest {
  private static EmbeddedKafka shared;
  private static BrokerProbe probe;

  @BeforeAll
  static void startBroker() {
    shared = EmbeddedKafka.start();
    probe = new BrokerProbe(shared.bootstrapServers());
  }

  @AfterAll
  static void stopBroker() {
    shared.close();
  }

  @Test
  void deliversWhatWasProduced() throws Exception {
    probe.createTopics("plain");
    probe.send("plain", bytes("one"), bytes("two"));
    assertEquals(List.of("one", "two"), texts(probe.committed("plain")));
  }

  @Test
  void hidesAbortedTransactionsFromReadCommitted() throws Exception {
    probe.createTopics("transactions");
    probe.sendAborted("transactions", bytes("aborted"));
    probe.sendCommitted("transactions", bytes("committed"));
    assertEquals(List.of("committed"), texts(probe.committed("transactions")));
    assertEquals(List.of("aborted", "committed"), texts(probe.uncommitted("transactions")));
  }

  @Test
  void makesNoTopicByItself() throws Exception {
    probe.committed("misspelt");
    assertFalse(probe.topics().contains("misspelt"));
  }

  @Test
  void refusesRecordsOverItsLimit() throws Exception {
    probe.createTopics("default-limit");
    byte[] large = new byte[BrokerOptions.DEFAULT_MAX_RECORD_BYTES];
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> probe.send("default-limit", large));
    assertInstanceOf(RecordTooLargeException.class, e.getCause());
  }

  @Test
  void keepsDataPortAndTransactionsOverARestart() throws Exception {
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(BrokerOptions.defaults().withMaxRecordBytes(5 << 20))) {
      BrokerProbe own = new BrokerProbe(kafka.bootstrapServers());
      own.createTopics("kept");
      own.sendCommitted("kept", bytes("before"), new byte[4 << 20]);
      kafka.stop();
      kafka.stop();
      assertRefused(kafka);
      kafka.resume();
      kafka.resume();
      own.sendCommitted("kept", bytes("after"));
      List<Integer> sizes = own.committed("kept").stream().map(r -> r.value().length).toList();
      assertEquals(List.of("before".length(), 4 << 20, "after".length()), sizes);
    }
  }

  @Test
  void takesUpTheDirectoryOfAnEarlierBrokerAndKeepsIt(@TempDir Path directory) throws Exception {
    Path data = directory.resolve("new").resolve("kafka");
    BrokerOptions options = BrokerOptions.defaults().withDirectory(data);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
      BrokerProbe own = new BrokerProbe(kafka.bootstrapServers());
      own.createTopics("kept");
      own.send("kept", bytes("first life"));
    }
    assertTrue(Files.exists(data.resolve("meta.properties")));
    try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
      BrokerProbe own = new BrokerProbe(kafka.bootstrapServers());
      assertEquals(List.of("first life"), texts(own.committed("kept")));
    }
  }

  @Test
  void saysThatADirectoryIsInUse(@TempDir Path directory) throws Exception {
    BrokerOptions options = BrokerOptions.defaults().withDirectory(directory);
    try (EmbeddedKafka first = EmbeddedKafka.start(options)) {
      EmbeddedKafkaException e =
          assertThrows(EmbeddedKafkaException.class, () -> EmbeddedKafka.start(options));
      assertTrue(e.getMessage().contains(directory.toString()), e::getMessage);
      first.stop();
      assertThrows(EmbeddedKafkaException.class, () -> EmbeddedKafka.start(options));
      first.resume();
      BrokerProbe own = new BrokerProbe(first.bootstrapServers());
      own.createTopics("unharmed");
      assertTrue(own.topics().contains("unharmed"));
    }
  }

  @Test
  void saysThatAPortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BrokerOptions options = BrokerOptions.defaults().withPort(other.getLocalPort());
      EmbeddedKafkaException e =
          assertThrows(EmbeddedKafkaException.class, () -> EmbeddedKafka.start(options));
      assertTrue(e.getMessage().contains("port " + other.getLocalPort()), e::getMessage);
    }
  }

  /** Kafka itself halts the JVM here, and the test run with it. */
  @Test
  void outlivesAStartThatFailsHalfWay() throws Exception {
    int port = LoopbackPorts.findFree();
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String controller = "127.0.0.1:" + other.getLocalPort();
      BrokerOptions options =
          BrokerOptions.defaults()
              .withPort(port)
              .withProperty("controller.quorum.voters", "1@" + controller)
              .withProperty(
                  "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://" + controller);
      assertThrows(EmbeddedKafkaException.class, () -> EmbeddedKafka.start(options));
    }
    try (EmbeddedKafka next = EmbeddedKafka.start(BrokerOptions.defaults().withPort(port))) {
      assertEquals(Set.of(), new BrokerProbe(next.bootstrapServers()).topics());
    }
  }

  @Test
  void saysThatAPropertyIsWrong() {
    BrokerOptions options = BrokerOptions.defaults().withProperty("log.retention.ms", "soon");
    EmbeddedKafkaException e =
        assertThrows(EmbeddedKafkaException.class, () -> EmbeddedKafka.start(options));
    assertTrue(e.getMessage().contains("log.retention.ms"), e::getMessage);
  }

  @Test
  void leavesNothingBehindOnClose() {
    EmbeddedKafka kafka = EmbeddedKafka.start();
    assertTrue(Files.exists(kafka.directory()));
    kafka.close();
    kafka.close();
    assertFalse(Files.exists(kafka.directory()));
    assertRefused(kafka);
    assertThrows(IllegalStateException.class, kafka::resume);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static void assertRefused(EmbeddedKafka kafka) {
    int port = URI.create("kafka://" + kafka.bootstrapServers()).getPort();
    assertThrows(
        ConnectException.class,
        () -> new Socket(InetAddress.getLoopbackAddress(), port).close(),
        "something still listens on port " + port);
  }
}
