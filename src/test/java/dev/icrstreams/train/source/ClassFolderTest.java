package dev.icrstreams.train.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.train.Strokes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFolderTest {
  @TempDir private Path folder;

  @Test
  void readsImagesByTheFolderThatTheyLieIn() throws IOException {
    image("4/a.png", 4, 1);
    image("4/b.png", 4, 2);
    image("7/c.png", 7, 3);
    DigitSource source = DigitSource.open(folder);
    assertArrayEquals(new byte[] {4, 4, 7}, source.training().labels());
    assertEquals(28, source.training().images().get(0).width());
    assertTrue(source.skipped().isEmpty());
    assertTrue(source.test().isEmpty());
    Map<String, String> before = source.hashes();
    image("7/d.png", 7, 4);
    assertNotEquals(before, source.hashes());
  }

  @Test
  void theTestHalfLiesBeside() throws IOException {
    image("train/1/a.png", 1, 1);
    image("test/2/a.png", 2, 2);
    DigitSource source = DigitSource.open(folder);
    assertArrayEquals(new byte[] {1}, source.training().labels());
    assertArrayEquals(new byte[] {2}, source.test().orElseThrow().labels());
  }

  @Test
  void countsAndNamesWhatCannotBeUsedAndLeavesItOut() throws IOException {
    image("0/good.png", 0, 1);
    byte[] whole = Strokes.png(0, 2);
    write("0/truncated.png", Arrays.copyOf(whole, whole.length / 2));
    write("0/empty.png", new byte[0]);
    write("0/notes.txt", "a 0".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    write("0/blank.png", Files.readAllBytes(Path.of("src/main/resources/samples/labels.tsv")));
    Files.createDirectories(folder.resolve("0/inner"));
    image("zero/strange.png", 0, 3);
    write("stray.png", whole);
    image("3/twice.png", 3, 9);
    Files.createDirectories(folder.resolve("8"));
    Files.copy(folder.resolve("3/twice.png"), folder.resolve("8/twice.png"));
    DigitSource source = DigitSource.open(folder);
    assertArrayEquals(new byte[] {0}, source.training().labels());
    List<String> skipped = source.skipped();
    for (String name :
        List.of(
            "truncated.png: ",
            "empty.png: ",
            "notes.txt: ",
            "blank.png: ",
            "inner: a folder within",
            "zero: the folder's name is no digit",
            "stray.png: lies in no folder",
            "3/twice.png: the same image lies under another digit",
            "8/twice.png: the same image lies under another digit")) {
      assertEquals(1, skipped.stream().filter(line -> line.contains(name)).count(), name);
    }
    assertEquals(9, skipped.size(), skipped.toString());
  }

  @Test
  void paperMayBeBlackOrWhiteButMustBeWrittenOn() {
    GreyImage black = stroke(0, 255);
    GreyImage white = stroke(255, 0);
    assertEquals(Digits.ink(black), Digits.ink(white));
    assertEquals(null, Digits.ink(stroke(255, 250)));
  }

  @Test
  void aFolderWithoutAnythingIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("5"));
    assertTrue(
        assertThrows(IOException.class, () -> DigitSource.open(folder).training())
            .getMessage()
            .contains("no image of a digit"));
    DigitSet none = new DigitSet(List.of(), new byte[0]);
    assertEquals(0, none.size());
  }

  private static GreyImage stroke(int paper, int pen) {
    byte[] grey = new byte[20 * 30];
    for (int i = 0; i < grey.length; i++) {
      boolean written = i % 20 > 8 && i % 20 < 12 && i / 20 > 4 && i / 20 < 25;
      grey[i] = (byte) (written ? pen : paper);
    }
    return new GreyImage(20, 30, grey, 1);
  }

  private void image(String name, int label, long seed) throws IOException {
    write(name, Strokes.png(label, seed));
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
