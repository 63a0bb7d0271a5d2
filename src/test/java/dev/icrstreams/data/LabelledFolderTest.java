package dev.icrstreams.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFolderTest {
  @TempDir private Path folder;

  @BeforeEach
  void images() throws IOException {
    Files.createDirectory(folder.resolve("more"));
    for (String name : List.of("a.png", "b.png", "more/c.png")) {
      Files.write(folder.resolve(name), new byte[] {1});
    }
  }

  @Test
  void readsFileAndNumberAndIgnoresTheRest() throws IOException {
    label("name\tvalue\tboxes\na.png\t007\t[[1,2,3,4]]\r\nb.png\t\nmore/c.png\n\n");
    List<LabelledFolder.Entry> entries = LabelledFolder.read(folder).entries();
    assertEquals(
        List.of(
            new LabelledFolder.Entry("a.png", folder.resolve("a.png"), "007", ""),
            new LabelledFolder.Entry("b.png", folder.resolve("b.png"), "", ""),
            new LabelledFolder.Entry("more/c.png", folder.resolve("more/c.png"), "", "")),
        entries);
  }

  @Test
  void takesLabelsFromElsewhere() throws IOException {
    Path corrected = folder.resolve("more/corrected.tsv");
    Files.writeString(corrected, "file\tnumber\na.png\t8\n");
    assertEquals("8", LabelledFolder.read(folder, corrected).entries().get(0).number());
  }

  @Test
  void namesFileAndLineOfWhatIsNoNumber() throws IOException {
    label("file\tnumber\na.png\t1\nb.png\t12.50\n");
    assertFails("labels.tsv line 3: '12.50' is no number");
  }

  @Test
  void takesTheRecipeFromItsColumnWhereverItIs() throws IOException {
    label("file\tnumber\tboxes\trecipe\na.png\t1\t[]\tboxed\nb.png\t2\n");
    assertEquals(
        List.of("boxed", ""),
        LabelledFolder.read(folder).entries().stream().map(LabelledFolder.Entry::recipe).toList());
  }

  @Test
  void listsImagesThatAreLostToo() throws IOException {
    label("file\tnumber\na.png\t1\nx.png\t2\n");
    assertEquals("x.png", LabelledFolder.read(folder).entries().get(1).file());
  }

  @Test
  void refusesAFileListedTwiceAndALineWithoutAFile() throws IOException {
    label("file\tnumber\na.png\t1\na.png\t2\n");
    assertFails("line 3: a.png is listed twice");
    label("file\tnumber\n\t1\n");
    assertFails("line 2: the first column");
  }

  @Test
  void refusesLabelsWithoutAHeaderOrWithoutImages() throws IOException {
    label("a.png\t1\nb.png\t2\n");
    assertFails("line 1: no header line");
    label("file\tnumber\n");
    assertFails("lists no image");
    label("");
    assertFails("lists no image");
  }

  @Test
  void saysWhatIsNotText() throws IOException {
    Files.write(folder.resolve("labels.tsv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertFails("is not UTF-8");
  }

  @Test
  void failsWithoutLabels() {
    assertFails("labels.tsv does not exist");
  }

  private void label(String text) throws IOException {
    Files.write(folder.resolve("labels.tsv"), text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertFails(String message) {
    IOException e = assertThrows(IOException.class, () -> LabelledFolder.read(folder));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
