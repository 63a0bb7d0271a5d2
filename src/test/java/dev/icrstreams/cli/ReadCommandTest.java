package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.synth.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCommandTest {
  private static final String HEADER = "file_or_id\tnumber\tconfidence\tdecision\treason";

  @TempDir Path folder;

  @Test
  void answersEveryFileOfAFolderWithOneLineOfFiveColumns() throws IOException {
    for (Samples.Sample sample : Samples.all()) {
      write(sample.file(), sample.image());
    }
    Cli read = Cli.run("read", "--set", "icr.accept.max-error-rate=0.005", folder.toString());
    assertEquals(ExitCode.SOME_REJECTED, read.code(), read.err());
    assertEquals(HEADER, read.lines().get(0));
    assertEquals(Samples.all().size() + 1, read.lines().size());
    Map<String, Samples.Sample> samples =
        Samples.all().stream().collect(Collectors.toMap(Samples.Sample::file, Function.identity()));
    for (String line : read.lines().subList(1, read.lines().size())) {
      checkRow(line, samples);
    }
  }

  private static void checkRow(String line, Map<String, Samples.Sample> samples) {
    String[] cells = line.split("\t", -1);
    assertEquals(5, cells.length, line);
    Samples.Sample sample = samples.get(cells[0]);
    switch (cells[3]) {
      case "accepted" -> {
        assertEquals(sample.number(), cells[1], line);
        assertEquals("", cells[4], line);
      }
      case "blank" -> {
        assertEquals("", cells[1], line);
        assertEquals("", sample.number(), line);
      }
      case "review" -> assertTrue(!cells[4].isEmpty(), line);
      case "rejected" -> {
        assertEquals("", cells[1], line);
        assertEquals("", cells[2], line);
        assertTrue(cells[4].matches("[A-Z_]+: .*"), line);
      }
      default -> throw new AssertionError(line);
    }
    if (!cells[3].equals("rejected")) {
      assertTrue(cells[2].matches("[01]\\.[0-9]{6,}"), line);
    }
  }

  @Test
  void takesEveryRegularFileButHiddenOnesAndTables() throws IOException {
    byte[] image = clean().image();
    for (String name :
        List.of("scan", "b.PNG", "a b.txt", ".hidden.png", "labels.tsv", "a.json", "README.md")) {
      write(name, image);
    }
    Files.createDirectory(folder.resolve("deeper"));
    Cli read = Cli.run("read", folder.toString());
    assertEquals(ExitCode.DONE, read.code(), read.err());
    assertEquals(
        List.of("file_or_id", "a b.txt", "b.PNG", "scan"),
        read.lines().stream().map(line -> line.split("\t", -1)[0]).toList());
  }

  @Test
  void escapesWhatWouldBreakTheTable() throws IOException {
    write("a\tb\nc\\d.png", clean().image());
    Cli read = Cli.run("read", folder.toString());
    assertEquals(2, read.lines().size());
    assertTrue(read.lines().get(1).startsWith("a\\tb\\nc\\\\d.png\t"), read.out());
  }

  @Test
  void goesOnAfterAFileThatIsNotThere() throws IOException {
    Path there = write("there.png", clean().image());
    Cli read = Cli.run("read", folder.resolve("gone.png").toString(), there.toString());
    assertEquals(ExitCode.SOME_REJECTED, read.code());
    assertTrue(read.lines().get(1).startsWith("gone.png\t\t\trejected\tNOT_READABLE"), read.out());
    assertTrue(read.lines().get(2).startsWith("there.png\t" + clean().number()), read.out());
  }

  @Test
  void printsTheSameAsJson() throws IOException {
    write("a.png", clean().image());
    write("b.png", new byte[] {1, 2, 3});
    Cli read = Cli.run("read", "--format", "json", folder.toString());
    JsonNode first = JsonMapper.builder().build().readTree(read.lines().get(0));
    assertEquals("a.png", first.get("file_or_id").asText());
    assertEquals(clean().number(), first.get("number").asText());
    assertTrue(first.get("confidence").isNumber());
    JsonNode second = JsonMapper.builder().build().readTree(read.lines().get(1));
    assertEquals("rejected", second.get("decision").asText());
    assertTrue(second.get("confidence").isNull());
    assertTrue(second.get("reason").asText().startsWith("UNKNOWN_FORMAT"));
  }

  @Test
  void checksConstraintsFromOptionsAndManifest() throws IOException {
    write("a.png", clean().image());
    String tooMany = Integer.toString(clean().number().length() + 5);
    Cli options = Cli.run("read", "--min-digits", tooMany, folder.toString());
    assertTrue(options.lines().get(1).contains("CONSTRAINT_VIOLATED: at least"), options.out());

    Path manifest =
        Files.writeString(
            folder.resolve("m.tsv"),
            "file\tid\tcheck\na.png\tfirst\tLUHM\na.png\tsecond\t\nnone.png\tthird\t\n");
    Cli read = Cli.run("read", "--manifest", manifest.toString());
    assertEquals(ExitCode.SOME_REJECTED, read.code());
    assertTrue(
        read.lines().get(1).startsWith("first\t\t\trejected\tINVALID_CONSTRAINT: check=LUHM"),
        read.out());
    assertTrue(read.lines().get(2).startsWith("second\t" + clean().number()), read.out());
    assertTrue(read.lines().get(3).startsWith("third\t\t\trejected\t"), read.out());
  }

  private static Samples.Sample clean() {
    return ReadSamples.accepted();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
