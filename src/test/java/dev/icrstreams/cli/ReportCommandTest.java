package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.train.run.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir Path folder;
  private Path cnn;
  private Path knn;

  @BeforeEach
  void writeRuns() throws IOException {
    cnn = Files.createDirectory(folder.resolve("cnn"));
    knn = Files.createDirectory(folder.resolve("knn"));
    Runs.network("cnn-64-32").write(cnn);
    Runs.classical("knn").write(knn);
  }

  @Test
  void writesAPageBesideItsRunAndReplacesIt() throws IOException {
    assertEquals(ExitCode.DONE, Cli.run("report", cnn.toString()).code());
    Cli again = Cli.run("report", cnn.resolve("run.json").toString());

    assertEquals(ExitCode.DONE, again.code(), again.err());
    assertTrue(again.err().contains("the page is " + cnn.resolve("report.html")), again.err());
    assertTrue(Files.readString(cnn.resolve("report.html")).contains("<h1>cnn-64-32</h1>"));
  }

  @Test
  void comparesSeveralRunsAndPrintsTheirFigures() throws IOException {
    Path page = folder.resolve("both.html");
    Cli report = Cli.run("report", "" + cnn, "" + knn, "--out", "" + page);

    assertEquals(ExitCode.DONE, report.code(), report.err());
    assertTrue(Files.readString(page).contains("<h1>Trainings compared</h1>"));
    List<String> header = List.of(report.lines().get(0).split("\t", -1));
    List<String> first = List.of(report.lines().get(1).split("\t", -1));
    List<String> second = List.of(report.lines().get(2).split("\t", -1));
    assertEquals(header.size(), first.size());
    assertEquals(header.size(), second.size());
    assertEquals("0.980000", first.get(header.indexOf("accuracy")));
    assertEquals("0.0625000", first.get(header.indexOf("loss")));
    assertEquals("0.990000", first.get(header.indexOf("published_accuracy")));
    assertEquals("", second.get(header.indexOf("megaflop")));
    assertEquals("900.000", second.get(header.indexOf("digits_per_second")));
  }

  @Test
  void namesAFileThatIsNoRunAndDoesNothing() throws IOException {
    Files.writeString(knn.resolve("run.json"), "{\"network\": \"knn\"}");
    Path page = folder.resolve("both.html");
    Cli report = Cli.run("report", "" + cnn, "" + knn, "--out", "" + page);

    assertEquals(ExitCode.USAGE, report.code());
    assertTrue(
        report.err().contains(knn.resolve("run.json") + " is no training run: "), report.err());
    assertTrue(Files.notExists(page));
    Cli nothing = Cli.run("report", "" + folder);
    assertEquals(ExitCode.USAGE, nothing.code());
    assertTrue(nothing.err().contains("there is no training run"), nothing.err());
  }

  @Test
  void writesOverNothingButItsOwnPages() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter.html"), "<!DOCTYPE html>\nDear all");
    Cli over = Cli.run("report", "" + cnn, "--out", "" + letter);

    assertEquals(ExitCode.USAGE, over.code());
    assertTrue(over.err().contains("letter.html is there already"), over.err());
    assertEquals("<!DOCTYPE html>\nDear all", Files.readString(letter));
  }
}
