package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProduceAndResultsTest {
  private static final int LIMIT = Config.defaults().get(Keys.LIMIT_RECORD_BYTES);

  @TempDir Path folder;

  @Test
  void whatIsProducedComesOutUnderItsId() throws IOException {
    Samples.Sample clean = ReadSamples.accepted();
    Files.write(folder.resolve("été.png"), clean.image());
    Files.write(folder.resolve("over-the-limit.png"), new byte[LIMIT + 1]);
    Files.write(folder.resolve("too-large-to-send.png"), new byte[2 * LIMIT]);
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults())))) {
      String brokers = kafka.bootstrapServers();
      Cli topics = Cli.run("topics", "--bootstrap-server", brokers);
      assertEquals(ExitCode.DONE, topics.code(), topics.err());
      assertEquals(5, topics.lines().size());

      Cli produce = Cli.run("produce", "--bootstrap-server", brokers, folder.toString());
      assertEquals(ExitCode.SOME_REJECTED, produce.code(), produce.err());
      assertEquals(4, produce.lines().size(), produce.out());
      assertTrue(produce.out().contains("too-large-to-send.png\t\tTOO_LARGE"), produce.out());

      Config config = Config.defaults().with(Keys.BOOTSTRAP_SERVERS, brokers);
      try (IcrService service = IcrService.start(config)) {
        service.awaitRunning(Duration.ofSeconds(60));
        assertResults(brokers, clean);
        assertRedrive(brokers);
      }
    }
  }

  private static void assertRedrive(String brokers) {
    Cli dry = Cli.run("redrive", "--bootstrap-server", brokers, "--code", "TOO_LARGE,EMPTY");
    assertEquals(ExitCode.DONE, dry.code(), dry.err());
    assertEquals(2, dry.lines().size(), dry.out());
    assertTrue(dry.lines().get(1).endsWith("over-the-limit.png\tTOO_LARGE\t0\tWOULD_SEND"));
    assertTrue(dry.err().contains("dry run: 1 would be sent, 0 refused"), dry.err());
    Cli refused =
        Cli.run("redrive", "--bootstrap-server", brokers, "--execute", "--max-redrives", "0");
    assertEquals(ExitCode.SOME_REJECTED, refused.code(), refused.err());
    assertTrue(refused.err().contains("0 sent, 1 refused"), refused.err());
  }

  private static void assertResults(String brokers, Samples.Sample clean) {
    Cli results =
        Cli.until(
            cli -> cli.lines().size() > 2,
            () -> Cli.run("results", "--bootstrap-server", brokers, "--until-idle", "1"));
    assertEquals(ExitCode.DONE, results.code(), results.err());
    List<String> rows = results.lines().stream().skip(1).sorted().toList();
    assertEquals(2, rows.size(), results.out());
    assertEquals("over-the-limit.png\t\t\trejected\tTOO_LARGE", rows.get(0));
    assertTrue(rows.get(1).startsWith("été.png\t" + clean.number() + "\t"), rows.get(1));
  }
}
