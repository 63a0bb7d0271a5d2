package dev.icrstreams.train.declare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.declare.Declaration.Kind;
import dev.icrstreams.train.network.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationsTest {
  private static final String HEAD = "kind: layers\nsummary: mine\n";

  @Test
  void everyShippedFileIsListedAndRead() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(Declarations.FOLDER))) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".yml", "")).sorted().toList();
      assertEquals(Declarations.names().stream().sorted().toList(), names);
    }
    for (Declaration each : Declarations.shipped()) {
      assertTrue(each.summary().length() < 80, each.name());
      assertEquals(20, each.fitting().seed());
    }
  }

  /** The notebooks' network as it was published. */
  @Test
  void cnn6432IsWhatWasPublished() {
    Declaration cnn = Declarations.named("cnn-64-32");
    assertEquals(
        List.of(
            Stage.same(2, 64),
            Stage.pool(2, 2),
            Stage.dropout(0.3),
            Stage.same(2, 32),
            Stage.pool(2, 2),
            Stage.dropout(0.3),
            Stage.valid(7, 7, 256, true),
            Stage.dropout(0.5),
            Stage.valid(1, 1, 10, false)),
        cnn.layout().stages());
    assertEquals(60, cnn.fitting().batch());
    assertEquals(10, cnn.fitting().epochs());
    assertEquals(0.3, cnn.fitting().validation());
    assertEquals(412_778, cnn.layout().parameters());
  }

  @Test
  void olderNamesGoOnWorking() throws IOException {
    assertEquals("icr", Declarations.find("icr-cnn-11m").name());
    assertEquals("icr-1m", Declarations.find("icr-cnn-1m").name());
    assertEquals("sequence", Declarations.find("icr-sequence").name());
    assertEquals(Kind.STRIPS, Declarations.named("sequence").kind());
  }

  @Test
  void listsTheNetworksForANameThatThereIsNot() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Declarations.named("lenet"))
            .getMessage();
    assertTrue(message.contains("cnn-64-32") && message.contains("sequence"), message);
  }

  @Test
  void readsAnybodysOwnFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.yml");
    Files.writeString(file, HEAD + "layers: [{dense: 5}]\ntraining: {epochs: 3}\n");
    Declaration mine = Declarations.find(file.toString());
    assertEquals("mine", mine.name());
    assertEquals(3, mine.fitting().epochs());
    assertEquals(Augmentation.NONE, mine.augmentation());
    assertNull(mine.transfer());
    String missing = folder.resolve("none.yml").toString();
    IOException e = assertThrows(IOException.class, () -> Declarations.find(missing));
    assertEquals("There is no " + missing, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trainning: {}|trainning: there is no such key; known are kind,",
        "training: {epoch: 3}|training.epoch: there is no such key; known are batch, epochs",
        "training: {epochs: 0}|training.epochs: must be from 1 to 1000000: 0",
        "training: {epochs: 2.5}|training.epochs: must be a whole number",
        "training: {batch: many}|training.batch: must be a number, and is \"many\"",
        "training: {optimizer: adam}|spelled optimiser",
        "training: {optimiser: lion}|training.optimiser: lion is none of adam, sgd",
        "training: {validation: 0.8}|training.validation: holds out over half",
        "training: {rate: 0}|training.rate: must be from",
        "augmentation: {flip: 0.5}|augmentation.flip: digits are not flipped",
        "augmentation: {rotation: 90}|augmentation.rotation: must be from 0 to 45: 90",
        "layers: [{dense: 5, dropout: 0.1}]|layers[1].dense+dropout: a layer is one of",
        "layers: [{pooling: 9}, {pooling: 9}]|layers[2].pooling: nothing of the image is left",
        "layers: [{convolution: 5}]|layers[1].kernel: must be one number, or rows and columns",
        "layers: 5|layers: must be a list",
        "fields: {window: 3}|fields: means nothing to the kind layers",
        "classical: {feature: edges}|classical: means nothing to the kind layers",
        "kind: layers|line 3: Duplicate field 'kind'",
        "layers: [|line",
      })
  void namesFileKeyAndReason(String line, String expected) {
    String message =
        assertThrows(
                BadDeclaration.class,
                () -> Declarations.parse("here/mine.yml", "mine", HEAD + line + "\n"))
            .getMessage();
    assertTrue(message.startsWith("here/mine.yml: "), message);
    assertTrue(message.contains(expected), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void namesWhatIsMissing() {
    for (String text : List.of("", "kind: layers\n", "summary: none\n", "- a\n")) {
      String message =
          assertThrows(BadDeclaration.class, () -> Declarations.parse("mine.yml", "mine", text))
              .getMessage();
      assertTrue(message.startsWith("mine.yml: "), message);
    }
  }
}
