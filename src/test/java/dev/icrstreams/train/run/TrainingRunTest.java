package dev.icrstreams.train.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingRunTest {
  @TempDir Path folder;

  @Test
  void comesBackFromItsFileAsItWas() throws IOException {
    TrainingRun run = Runs.network("cnn");
    run.write(folder);
    TrainingRun read = TrainingRun.read(folder);

    assertEquals(run.epochs(), read.epochs());
    assertEquals(run.data(), read.data());
    assertArrayEquals(run.classes(), read.classes());
    assertArrayEquals(run.samples().get(0).after(), read.samples().get(0).after());
    assertArrayEquals(run.test().confusion(), read.test().confusion());
    assertEquals(run.test().reliability(), read.test().reliability());
    assertArrayEquals(run.test().worst().get(0).image(), read.test().worst().get(0).image());
    String json = Files.readString(folder.resolve("run.json"));
    read.write(folder.resolve("again.json"));
    assertEquals(json, Files.readString(folder.resolve("again.json")));
  }

  @Test
  void maybeHasNoTrainingLossAndNoTest() throws IOException {
    Runs.classical("knn").write(folder);
    TrainingRun classical = TrainingRun.read(folder.resolve("run.json"));
    Runs.untested(Runs.network("cnn")).write(folder);

    assertNull(classical.megaflop());
    assertNull(classical.epochs().get(0).loss());
    assertEquals(294, classical.test().right());
    assertEquals(300, classical.test().images());
    assertNull(TrainingRun.read(folder).test());
  }

  @Test
  void leavesNothingBesideTheFile() throws IOException {
    Runs.network("cnn").write(folder);
    Runs.network("cnn").write(folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("run.json")), files.toList());
    }
  }

  @Test
  void readsWhatALaterVersionAddedTo() throws IOException {
    edit("\"network\"", "\"weather\" : \"fine\", \"network\"");

    assertEquals("cnn", TrainingRun.read(folder).network());
  }

  @Test
  void saysWhatIsNotThere() {
    IOException e = assertThrows(IOException.class, () -> TrainingRun.read(folder));

    assertEquals("there is no training run " + folder.resolve("run.json"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"network\" : \"cnn\" | \"network\" : \"\" | network is missing",
        "\"seed\" : 7 | \"seed\" : \"seven\" | (at seed)",
        "\"seed\" : 7 | \"sed\" : 7 | (at seed)",
        "\"chosenEpoch\" : 2 | \"chosenEpoch\" : 3 | chosenEpoch is 3, and no epoch has it",
        "[ 98, 2, 0 ] | [ 98, 2 ] | confusion must have a row and a column for every class",
        "\"image\" : \"iVBOR | \"image\" : \"aVBOR | image is no PNG image (at test.worst.[0])",
        "\"number\" : 2 | \"number\" : two | (at epochs.[1])"
      })
  void namesTheFileAndWhatIsWrongWithIt(String good, String bad, String reason) throws IOException {
    edit(good, bad);

    String message = assertThrows(IOException.class, () -> TrainingRun.read(folder)).getMessage();

    String start = folder.resolve("run.json") + " is no training run: ";
    assertTrue(message.startsWith(start) && message.contains(reason), message);
  }

  private void edit(String good, String bad) throws IOException {
    Runs.network("cnn").write(folder);
    Path file = folder.resolve("run.json");
    String json = Files.readString(file);
    assertTrue(json.contains(good), json);
    Files.writeString(file, json.replace(good, bad));
  }
}
