package dev.icrstreams.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  @TempDir Path folder;

  @Test
  void readsNamedColumnsInAnyOrder() throws IOException {
    Manifest manifest =
        manifest("form\tfile\tmax_digits\tattr.batch\nF1\tscans/a.png\t5\tmonday\nF2\tb.png\n\n");
    assertEquals(
        new Manifest.Row(
            "scans/a.png", "a.png", "F1", "", Map.of("max_digits", "5"), Map.of("batch", "monday")),
        manifest.rowFor("a.png").orElseThrow());
    assertEquals(2, manifest.rows().size());
    assertEquals("F2", manifest.rows().get(1).form());
  }

  @Test
  void namesFileAndLineOfWhatIsWrong() {
    assertFails("file\tlabel\na.png\t5\n", ":1: unknown column: label");
    assertFails("file\tfile\na.png\tb.png\n", ":1: the column is there twice: file");
    assertFails("id\nx\n", ":1: there is no column named file");
    assertFails("file\tid\na.png\tx\ty\n", ":2: 3 cells for 2 columns");
    assertFails("file\tid\n\tx\n", ":2: no file is named");
    assertFails("", "is empty");
  }

  private void assertFails(String text, String message) {
    var e = assertThrows(IOException.class, () -> manifest(text));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  private Manifest manifest(String text) throws IOException {
    return Manifest.read(Files.writeString(folder.resolve("fields.tsv"), text));
  }
}
