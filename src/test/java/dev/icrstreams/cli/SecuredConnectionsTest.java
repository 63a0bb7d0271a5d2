package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.support.SecuredKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a connection over TLS and SCRAM is told in one line without secrets. */
class SecuredConnectionsTest {
  private static final String STORE_PASSWORD = "pa55-of-the-store";

  @TempDir static Path folder;
  @TempDir static Path strangers;

  private static SecuredKafka kafka;

  /** Another, which wants certificates of its clients too. */
  private static SecuredKafka stranger;

  @BeforeAll
  static void start() throws Exception {
    kafka = SecuredKafka.start(folder, STORE_PASSWORD);
    stranger = SecuredKafka.startMutual(strangers, STORE_PASSWORD);
  }

  @AfterAll
  static void stop() {
    kafka.close();
    stranger.close();
  }

  /**
   * A connection that cannot be made.
   *
   * @param setting what is other than it should be
   * @param value and how
   * @param said what is told
   */
  record Fault(String setting, String value, String said) {}

  static Stream<Fault> faults() {
    String jaas = "icr.kafka.sasl.jaas.config";
    String store = "icr.kafka.ssl.truststore.";
    String port = kafka.bootstrapServers().replaceAll(".*:", "");
    return Stream.of(
        new Fault(jaas, SecuredKafka.jaas("wr0ng-pa55"), "Authentication failed"),
        new Fault(jaas, SecuredKafka.jaas("wr0ng-pa55").replace(";", ""), "JAAS config"),
        new Fault(store + "location", stranger.trust().toString(), "the TLS handshake failed: "),
        new Fault(store + "location", "/nowhere/trust.p12", "/nowhere/trust.p12"),
        new Fault(store + "password", "wr0ng-pa55", "password was incorrect"),
        new Fault("icr.bootstrap-servers", "localhost:" + port, "localhost"),
        new Fault("icr.kafka.security.protocol", "SASL_PLAINTEXT", "not over SASL_PLAINTEXT"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatIsWrongWithAConnectionIsOneLineWithoutSecrets(Fault fault) {
    Config good = kafka.administrator("faults");
    Config bad = good.with(Map.of(fault.setting(), fault.value()), "test");
    // a broker that speaks another protocol says nothing: that fault alone waits this out
    String patience = fault.setting().endsWith("protocol") ? "2000" : "8000";
    for (String command : List.of("topics", "run", "results")) {
      Cli cli =
          SecuredCli.run(
              folder,
              bad,
              command,
              "--set",
              "icr.kafka.default.api.timeout.ms=" + patience,
              "--set",
              "icr.kafka.request.timeout.ms=" + Integer.parseInt(patience) / 2);
      assertEquals(ExitCode.FAILED, cli.code(), cli.err());
      assertTrue(cli.err().contains(fault.said()), command + " " + fault + ": " + cli.err());
      assertEquals(1, cli.err().lines().count(), cli.err());
      assertFalse(cli.err().contains("pa55"), cli.err());
    }
  }

  @Test
  void configMasksWhatComesFromAFileOfSecrets() {
    Cli cli = SecuredCli.run(folder, kafka.user("masked"), "config");
    assertEquals(ExitCode.DONE, cli.code(), cli.err());
    assertTrue(cli.out().contains("icr.kafka.sasl.jaas.config\t********"), cli.out());
    assertFalse((cli.out() + cli.err()).contains("pa55"), cli.out());
  }

  @Test
  void aBrokerThatWantsCertificatesOfItsClientsTakesTheOneItTrustsAndNoOther() throws Exception {
    Path secrets =
        Files.writeString(folder.resolve("store.properties"), "store=" + STORE_PASSWORD + "\n");
    String store = "icr.kafka.ssl.keystore.";
    Config without = stranger.administrator("mutual");
    Config good =
        without.with(
            Map.of(
                "icr.kafka.config.providers",
                "file",
                "icr.kafka.config.providers.file.class",
                "org.apache.kafka.common.config.provider.FileConfigProvider",
                store + "location",
                stranger.clientKey().toString(),
                store + "type",
                "PKCS12",
                store + "password",
                "${file:" + secrets + ":store}"),
            "test");
    Config strange =
        good.with(Map.of(store + "location", folder.resolve("broker-key.p12").toString()), "test");
    for (Config bad : List.of(without, strange)) {
      Cli refused = SecuredCli.run(folder, bad, "topics");
      assertEquals(ExitCode.FAILED, refused.code(), refused.err());
      assertTrue(refused.err().contains("the TLS handshake failed: "), refused.err());
      assertTrue(refused.err().contains("certificate"), refused.err());
      assertEquals(1, refused.err().lines().count(), refused.err());
      assertFalse(refused.err().contains("pa55"), refused.err());
    }
    Cli made = SecuredCli.run(folder, good, "topics");
    assertEquals(ExitCode.DONE, made.code(), made.err());
    try (IcrService service = IcrService.start(good)) {
      service.awaitRunning(Duration.ofSeconds(90));
      Path scan = folder.resolve("field-2");
      Files.write(scan, SecuredCli.scribble());
      assertEquals(ExitCode.DONE, SecuredCli.run(folder, good, "produce", scan.toString()).code());
      SecuredCli.assertAnswered(folder, "field-2", good);
    }
  }
}
