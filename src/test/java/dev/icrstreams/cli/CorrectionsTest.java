package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.data.LabelledFolder;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.RecordSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
  private static final int MOST_WAITS = 20;

  @TempDir Path folder;

  @Test
  void whatPeopleAnswerComesOutAndBecomesALabelledSet() throws IOException {
    byte[] scribble =
        Samples.all().stream()
            .filter(sample -> sample.file().startsWith("scribble"))
            .findFirst()
            .orElseThrow()
            .image();
    Path scans = Files.createDirectory(folder.resolve("scans"));
    for (String name : List.of("a", "b", "c", "d")) {
      Files.write(scans.resolve(name), scribble);
    }
    try (EmbeddedKafka kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults())))) {
      String brokers = kafka.bootstrapServers();
      assertEquals(ExitCode.DONE, run(brokers, "topics").code());
      assertEquals(ExitCode.DONE, run(brokers, "produce", scans.toString()).code());
      Config config = Config.defaults().with(Keys.BOOTSTRAP_SERVERS, brokers);
      try (IcrService service = IcrService.start(config)) {
        service.awaitRunning(Duration.ofSeconds(60));
        results(brokers, 4);
        answer(brokers);
        assertAnswered(results(brokers, 8));
      }
      assertLabelled(brokers, scribble);
    }
  }

  private void answer(String brokers) throws IOException {
    Cli first = run(brokers, "correct", "--id", "a", "--number", "1", "--reviewer", "ada");
    assertEquals(ExitCode.DONE, first.code(), first.err());
    assertTrue(first.lines().get(1).startsWith("a\tnumber\t1\ticr.corrections-"), first.out());
    List<String> lines =
        List.of(
            "id\tnumber\tverdict",
            "a\t0815\t",
            "b\t\tblank",
            "c\t\tunreadable",
            "d\t4x\t",
            "z\t1\t",
            "d\t\tperhaps");
    Path answers = Files.write(folder.resolve("answers.tsv"), lines);
    Cli rest = run(brokers, "correct", "--from", answers.toString());
    assertEquals(ExitCode.SOME_REJECTED, rest.code(), rest.err());
    assertTrue(rest.lines().get(4).endsWith("\tthe number must be 1 to 100 digits"), rest.out());
    assertEquals("z\tnumber\t1\t\tno field of this id is in review", rest.lines().get(5));
    assertTrue(rest.lines().get(6).contains("there are number, blank, unreadable"), rest.out());
  }

  private static void assertAnswered(Cli results) {
    List<String> human =
        results.lines().stream().skip(1).filter(line -> !line.contains("\treview\t")).toList();
    assertEquals(
        List.of(
            "a\t0815\t1.00000000\taccepted\t",
            "a\t1\t1.00000000\taccepted\t",
            "b\t\t1.00000000\tblank\t",
            "c\t\t1.00000000\taccepted\tUNREADABLE"),
        human.stream().sorted().toList(),
        results.out());
  }

  private void assertLabelled(String brokers, byte[] image) throws IOException {
    Path out = folder.resolve("set");
    Cli written = run(brokers, "corrections", "--out", out.toString());
    assertEquals(
        "1 numbers and 1 blank fields written; left out: 1 unreadable, 0 without an image,"
            + " 0 malformed",
        written.out().strip(),
        written.err());
    List<LabelledFolder.Entry> entries = LabelledFolder.read(out).entries();
    assertEquals(
        List.of("", "0815"), entries.stream().map(LabelledFolder.Entry::number).sorted().toList());
    assertArrayEquals(image, Files.readAllBytes(entries.get(0).path()));
    Cli again = run(brokers, "corrections", "--out", out.toString());
    assertEquals(ExitCode.FAILED, again.code());
    assertTrue(again.err().contains("is not empty"), again.err());
  }

  @Test
  void saysHowAnAnswerIsGiven() {
    for (String[] arguments :
        List.of(
            new String[] {"correct", "--id", "a"},
            new String[] {"correct", "--number", "1"},
            new String[] {"correct", "--id", "a", "--number", "1", "--blank"},
            new String[] {"correct", "--id", "a", "--from", "x.tsv"})) {
      assertEquals(ExitCode.USAGE, Cli.run(arguments).code(), String.join(" ", arguments));
    }
  }

  @Test
  void namesTheLineThatCannotBeUsed() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.tsv"), "id\tnumer\n");
    Cli column = Cli.run("correct", "--from", wrong.toString());
    assertTrue(column.err().contains("wrong.tsv, line 1: no column 'numer'"), column.err());
    Path cells = Files.writeString(folder.resolve("cells.tsv"), "id\tnumber\na\t1\t2\n");
    Cli line = Cli.run("correct", "--from", cells.toString());
    assertTrue(line.err().contains("cells.tsv, line 2: more cells than columns"), line.err());
  }

  /** The results once so many are there; a busy machine needs its time. */
  private static Cli results(String brokers, int count) {
    Cli results = run(brokers, "results", "--until-idle", "2");
    for (int i = 0; i < MOST_WAITS && results.lines().size() <= count; i++) {
      results = run(brokers, "results", "--until-idle", "2");
    }
    assertEquals(count + 1, results.lines().size(), results.out());
    return results;
  }

  private static Cli run(String brokers, String command, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--bootstrap-server";
    all[2] = brokers;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Cli.run(all);
  }
}
