package dev.icrstreams.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.IdxFiles.Half;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFilesTest {
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir private Path folder;

  @BeforeEach
  void twoImagesOfTwoPixels() throws IOException {
    byte[] images = {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, (byte) 200};
    Files.write(folder.resolve("train-images-idx3-ubyte"), images);
    Files.write(folder.resolve(LABELS), labels(7, 3));
  }

  @Test
  void readsPlainAndGzippedFiles() throws IOException {
    DigitSet plain = IdxFiles.read(folder, Half.TRAIN);
    assertArrayEquals(new byte[] {7, 3}, plain.labels());
    assertEquals(200, plain.images().get(1).at(1, 0));
    Files.delete(folder.resolve(LABELS));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(labels(7, 3));
    }
    Files.write(folder.resolve(LABELS + ".gz"), packed.toByteArray());
    assertArrayEquals(new byte[] {7, 3}, IdxFiles.read(folder, Half.TRAIN).labels());
  }

  @Test
  void namesTheFileThatIsMissingOrBroken() throws IOException {
    refuses(Arrays.copyOf(labels(7, 3), 9), "truncated");
    refuses(new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 7, 3}, "00000803, not 00000801");
    refuses(labels(7, 13), "labels image 1 13, no digit");
    Files.delete(folder.resolve(LABELS));
    String gone = assertThrows(IOException.class, this::read).getMessage();
    assertTrue(gone.contains(LABELS) && gone.contains(IdxFiles.WHERE), gone);
  }

  private void refuses(byte[] content, String reason) throws IOException {
    Files.write(folder.resolve(LABELS), content);
    String message = assertThrows(IOException.class, this::read).getMessage();
    assertTrue(message.contains(LABELS) && message.contains(reason), message);
  }

  private DigitSet read() throws IOException {
    return IdxFiles.read(folder, Half.TRAIN);
  }

  private static byte[] labels(int first, int second) {
    return new byte[] {0, 0, 8, 1, 0, 0, 0, 2, (byte) first, (byte) second};
  }
}
