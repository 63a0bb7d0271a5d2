package dev.icrstreams.train.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.network.Fitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final Checkpoint SAVED =
      new Checkpoint(
          Map.of("seed", "20"),
          new Checkpoint.Position(
              3, 7, 1.5, Double.NaN, new EarlyStopping(2).memory(), 60, "icr-1", 0.9),
          new Fitter.State(12, 10, List.of(new float[] {1, -2}, new float[] {3})));

  @TempDir private Path folder;

  @Test
  void comesBackAsItWas() throws IOException {
    Path file = folder.resolve("c.bin");
    SAVED.write(file);
    Checkpoint read = Checkpoint.read(file);
    assertEquals(SAVED.identity(), read.identity());
    assertEquals(SAVED.position(), read.position());
    assertEquals(10, read.state().optimiserSteps());
    assertArrayEquals(new float[] {1, -2}, read.state().arrays().get(0));
  }

  @Test
  void namesADamagedFile() throws IOException {
    Path file = folder.resolve("c.bin");
    SAVED.write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 5, 60, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      String message = assertThrows(IOException.class, () -> Checkpoint.read(file)).getMessage();
      assertTrue(message.startsWith(file.toString()), message);
    }
    Path none = folder.resolve("none.bin");
    assertTrue(
        assertThrows(IOException.class, () -> Checkpoint.read(none)).getMessage().contains("none"));
  }

  @Test
  void saysHowAnotherTrainingDiffers() throws IOException {
    SAVED.expect(Map.of("seed", "20"), folder);
    String message =
        assertThrows(IOException.class, () -> SAVED.expect(Map.of("seed", "21"), folder))
            .getMessage();
    assertTrue(message.endsWith("its seed is 20, not 21"), message);
  }
}
