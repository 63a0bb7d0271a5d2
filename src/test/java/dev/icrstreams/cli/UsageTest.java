package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.cli.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  private static final String NO_BROKER = "127.0.0.1:1";
  private static final List<String> IMPATIENT =
      List.of(
          "--set", "icr.kafka.default.api.timeout.ms=1000",
          "--set", "icr.kafka.request.timeout.ms=500",
          "--set", "icr.kafka.delivery.timeout.ms=1000",
          "--set", "icr.kafka.max.block.ms=1000");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "reed",
        "read",
        "read --format xml x.png",
        "read --min-digits none x.png",
        "read --set icr.nothing=1 x.png",
        "read --set icr.stream-threads=none x.png",
        "read --config /nowhere/icr.properties x.png",
        "read --manifest /nowhere/m.tsv",
        "evaluate",
        "evaluate /nowhere",
        "explain",
        "explain --check LUHM x.png",
        "explain /",
        "results --until-idle soon",
        "redrive --code UNHEARD_OF",
        "redrive --rate 0",
        "topics --bootstrap-server",
        "schemas --register",
        "schemas --set icr.schema.registry.url=ftp://registry",
        "reset --to middle",
        "produce --rate 0 src/main/resources/samples"
      })
  void badUsageIsTwoAndSaysWhyOnStandardError(String line) {
    Cli cli = Cli.run(line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(ExitCode.USAGE, cli.code(), cli.err());
    assertEquals("", cli.out());
    assertFalse(cli.err().isBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"topics", "run", "results", "redrive", "produce", "reset"})
  void noBrokerIsThreeAndNamesIt(String command) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command, "--bootstrap-server", NO_BROKER));
    arguments.addAll(IMPATIENT);
    if (command.equals("produce")) {
      arguments.add(Files.writeString(folder.resolve("a.png"), "x").toString());
    }
    Cli cli = Cli.run(arguments.toArray(String[]::new));
    assertEquals(ExitCode.FAILED, cli.code(), cli.err());
    assertTrue(cli.err().contains(NO_BROKER), cli.err());
  }

  @Test
  void noModelIsThreeAndNamesIt() throws IOException {
    Path image = Files.writeString(folder.resolve("a.png"), "x");
    Cli cli = Cli.run("read", "--set", "icr.model.path=/nowhere/model.zip", image.toString());
    assertEquals(ExitCode.FAILED, cli.code(), cli.err());
    assertTrue(cli.err().contains("/nowhere/model.zip"), cli.err());
  }

  @Test
  void everyCommandExplainsItself() {
    Cli all = Cli.run("--help");
    assertEquals(ExitCode.DONE, all.code());
    for (String command :
        List.of(
            "demo",
            "run",
            "topics",
            "schemas",
            "produce",
            "results",
            "redrive",
            "read",
            "evaluate",
            "explain",
            "synth",
            "train",
            "config",
            "reset")) {
      assertTrue(all.out().contains("  " + command + " "), command);
      Cli one = Cli.run(command, "--help");
      assertEquals(ExitCode.DONE, one.code(), command);
      assertTrue(one.out().startsWith("Usage: icr " + command), one.out());
    }
  }

  @Test
  void configPrintsEveryKeyWithItsOriginAndMasksSecrets() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("icr.properties"),
            "icr.stream-threads=3\nicr.kafka.sasl.jaas.config=user alice, hush\n");
    Cli cli = Cli.run("config", "--config", file.toString(), "--set", "icr.topic.partitions=9");
    assertEquals(ExitCode.DONE, cli.code(), cli.err());
    assertTrue(cli.lines().contains("icr.stream-threads\t3\t" + file), cli.out());
    assertTrue(cli.lines().contains("icr.topic.partitions\t9\tcommand line"), cli.out());
    assertTrue(cli.lines().contains("icr.limit.side\t20000\tdefault"), cli.out());
    assertFalse(cli.out().contains("hush"), cli.out());
  }
}
