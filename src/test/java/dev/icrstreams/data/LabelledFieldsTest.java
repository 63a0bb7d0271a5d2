package dev.icrstreams.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.LabelledFields.Skipped;
import dev.icrstreams.field.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFieldsTest {
  @TempDir private Path folder;

  @Test
  void takesWhatCanBeUsedAndNotesTheRestWithItsReason() throws IOException {
    label(
        """
        file\tnumber\tverdict
        a.png\t007\tNUMBER
        b.png\t12.50\tNUMBER
        c.png\t\tBLANK

        a.png\t008\tNUMBER
        \t9\tNUMBER
        """);
    LabelledFields found = LabelledFields.read(folder);
    assertEquals(
        List.of(
            new LabelledFields.Field("a.png", folder.resolve("a.png"), "007", List.of()),
            new LabelledFields.Field("c.png", folder.resolve("c.png"), "", List.of())),
        found.fields());
    assertEquals(
        List.of(
            new Skipped("b.png", "'12.50' is no number of decimal digits"),
            new Skipped("a.png", "it is listed twice; the first line counts"),
            new Skipped("line 7", "the first column, the file, is empty")),
        found.skipped());
  }

  @Test
  void takesBoxesWhereTheLabelsTellThem() throws IOException {
    label(
        """
        file\tnumber\trecipe\tboxes
        a.png\t74\tclean\t[[1,2,3,4],[5,6,7,8]]
        b.png\t74\tclean\t[[1,2,3,4]]
        c.png\t7\tclean\t[[1,2,0,4]]
        d.png\t7\tclean\tleft
        e.png\t7\tclean\t
        f.png\t7\tclean\t[null]
        """);
    LabelledFields found = LabelledFields.read(folder);
    assertEquals(List.of(new Box(1, 2, 3, 4), new Box(5, 6, 7, 8)), found.fields().get(0).boxes());
    assertEquals("e.png", found.fields().get(1).file());
    assertEquals(List.of(), found.fields().get(1).boxes());
    assertEquals(
        List.of("b.png", "c.png", "d.png", "f.png"),
        found.skipped().stream().map(Skipped::file).toList());
    assertEquals("1 boxes for 2 digits", found.skipped().get(0).reason());
    assertTrue(found.skipped().get(2).reason().contains("[[x,y,w,h]"));
  }

  @Test
  void refusesAFolderThatLabelsNothing() throws IOException {
    assertFails("labels.tsv does not exist");
    label("file\tnumber\n\n");
    assertFails("labels.tsv lists no image");
    Files.write(folder.resolve("a.png"), new byte[1]);
    label("a.png\t1\nb.png\t2\n");
    assertFails("no header line");
  }

  private void label(String text) throws IOException {
    Files.writeString(folder.resolve("labels.tsv"), text);
  }

  private void assertFails(String message) {
    IOException e = assertThrows(IOException.class, () -> LabelledFields.read(folder));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }
}
