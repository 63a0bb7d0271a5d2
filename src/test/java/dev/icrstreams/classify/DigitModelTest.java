package dev.icrstreams.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitModelTest {
  @TempDir private Path directory;

  @Test
  void builtInModelKeepsItsPromises() {
    ModelMetadata metadata = DigitModel.builtIn().metadata();
    assertEquals(11, metadata.classes());
    assertTrue(metadata.megaflop() > 1 && metadata.megaflop() <= 12, metadata.toJson());
    assertTrue(metadata.testAccuracy() >= 0.995, metadata.toJson());
  }

  @Test
  void metadataSurvivesSavingAndLoading() throws IOException {
    ModelMetadata original = DigitModel.builtIn().metadata();
    ObjectNode calibration = JsonNodeFactory.instance.objectNode().put("temperature", 1.25);
    calibration.putArray("bins").add(1).add(2);
    ModelMetadata changed = original.withCalibration(calibration).withTestAccuracy(0.5);
    ModelMetadata read = ModelMetadata.fromJson(changed.toJson().getBytes(StandardCharsets.UTF_8));
    assertEquals(changed, read);
    ModelMetadata without = original.withCalibration(null);
    assertNull(
        ModelMetadata.fromJson(without.toJson().getBytes(StandardCharsets.UTF_8)).calibration());
  }

  @Test
  void loadsAFileWithItsMetadataBesideIt() throws IOException {
    Path file = copyOfBuiltIn();
    assertEquals(DigitModel.builtIn().metadata(), DigitModel.load(file).metadata());
  }

  @Test
  void refusesAModelThatItsMetadataDoesNotDescribe() throws IOException {
    Path file = copyOfBuiltIn();
    byte[] content = Files.readAllBytes(file);
    content[content.length / 2] ^= 1;
    Files.write(file, content);
    IOException e = assertThrows(IOException.class, () -> DigitModel.load(file));
    assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("SHA-256"), e.getMessage());
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    Path file = copyOfBuiltIn();
    Path metadata = file.resolveSibling("icr-digits.json");
    Files.delete(metadata);
    IOException e = assertThrows(IOException.class, () -> DigitModel.load(file));
    assertTrue(e.getMessage().contains(metadata.toString()), e.getMessage());
  }

  private Path copyOfBuiltIn() throws IOException {
    for (String name : new String[] {"icr-digits.json", DigitModel.FILE}) {
      try (InputStream in = DigitModel.class.getResourceAsStream("/model/" + name)) {
        Files.copy(in, directory.resolve(name));
      }
    }
    return directory.resolve(DigitModel.FILE);
  }
}
