package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ops/learn-from-half.sh}, with a stand-in for {@code icr} that notes how it is called. */
class LearnFromHalfTest {
  private static final String HEADER = "file\tnumber\tboxes";

  @TempDir private Path folder;

  @BeforeEach
  void setUp() throws IOException {
    Files.createDirectories(folder.resolve("ops"));
    Files.copy(Path.of("ops/learn-from-half.sh"), script());
    executable(
        "icr",
        """
        #!/bin/sh
        echo "$@" >>"$(dirname "$0")/calls"
        case "$1" in promote) exit "${PROMOTED:-0}" ;; esac
        """);
    fields(
        IntStream.range(0, 21).mapToObj(i -> "part/f" + i + ".png\t" + (100 + i) + "\t").toList());
  }

  @Test
  void everyFieldIsInOneHalfAndTheSeedDecidesInWhich() throws Exception {
    assertEquals(0, run("one", "7"));
    List<String> learned = labels("one", "learn");
    List<String> measured = labels("one", "measure");
    assertEquals(10, learned.size());
    List<String> all = new ArrayList<>(learned);
    all.addAll(measured);
    Collections.sort(all);
    List<String> given = new ArrayList<>(lines(folder.resolve("fields/labels.tsv")));
    given.remove(0);
    Collections.sort(given);
    assertEquals(given, all);
    for (String line : measured) {
      String file = line.split("\t", -1)[0];
      assertTrue(Files.exists(folder.resolve("one/measure").resolve(file)), file);
      assertFalse(Files.exists(folder.resolve("one/learn").resolve(file)), file);
    }

    Collections.reverse(given);
    fields(given);
    assertEquals(0, run("again", "7"));
    assertEquals(learned, labels("again", "learn"), "the order of the lines does not matter");
    assertEquals(0, run("other", "8"));
    assertNotEquals(learned, labels("other", "learn"));
  }

  @Test
  void bothNetworksLearnFromOneHalfAndTheOtherJudges() throws Exception {
    assertEquals(0, run("out", "3"));
    List<String> calls = lines(folder.resolve("calls"));
    assertEquals(3, calls.size(), calls.toString());
    assertTrue(calls.get(0).startsWith("train --data mnist --network sequence "), calls.get(0));
    assertTrue(calls.get(1).startsWith("train --data mnist --network icr "), calls.get(1));
    for (String training : calls.subList(0, 2)) {
      assertTrue(training.contains("--extra out/learn --out out/candidate --seed 3"), training);
    }
    assertEquals("promote --candidate out/candidate --fields out/measure", calls.get(2));
  }

  @Test
  void aRefusedCandidateIsAnAnswerAndAFailureIsNot() throws Exception {
    executable("icr", "#!/bin/sh\n[ \"$1\" != promote ] || exit 1\n");
    assertEquals(0, run("refused", "1"));
    executable("icr", "#!/bin/sh\n[ \"$1\" != promote ] || exit 3\n");
    assertEquals(3, run("failed", "1"));
    executable("icr", "#!/bin/sh\nexit 3\n");
    assertEquals(3, run("untrained", "1"));
  }

  @Test
  void whatCannotBeHalvedIsRefused() throws Exception {
    fields(List.of("part/f0.png\t100\t"));
    assertEquals(2, run("out", "1"));
    assertTrue(said().contains("labels.tsv holds fewer than two fields"), said());
    fields(List.of("part/f0.png\t100\t", "part/f1.png\t101\t", "part/f0.png\t100\t"));
    assertEquals(2, run("out", "1"));
    assertTrue(said().contains("fields/labels.tsv lists part/f0.png twice"), said());
    Files.delete(folder.resolve("fields/labels.tsv"));
    assertEquals(2, run("out", "1"));
    assertTrue(said().contains("there is no fields/labels.tsv"), said());
    assertFalse(Files.exists(folder.resolve("calls")));
  }

  /** As editors leave them: the last line does not end. */
  private void fields(List<String> lines) throws IOException {
    Path labels = folder.resolve("fields/labels.tsv");
    Files.createDirectories(folder.resolve("fields/part"));
    Files.writeString(labels, HEADER + "\n" + String.join("\n", lines));
    for (String line : lines) {
      Files.writeString(folder.resolve("fields").resolve(line.split("\t", -1)[0]), line);
    }
  }

  private void executable(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, content);
    assertTrue(file.toFile().setExecutable(true), name);
  }

  private Path script() {
    return folder.resolve("ops/learn-from-half.sh");
  }

  private int run(String out, String seed) throws Exception {
    return new ProcessBuilder("bash", script().toString(), "fields", "mnist", out, seed)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start()
        .waitFor();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
  }

  private List<String> labels(String out, String part) throws IOException {
    List<String> lines = lines(folder.resolve(out).resolve(part).resolve("labels.tsv"));
    assertEquals(HEADER, lines.get(0));
    return lines.subList(1, lines.size());
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }
}
