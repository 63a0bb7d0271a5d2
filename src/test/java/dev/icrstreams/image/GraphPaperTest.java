package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Graph paper goes, and 1s that are as tall as the crop stay. */
class GraphPaperTest {
  @ParameterizedTest
  @CsvSource({"29, 0", "29, 110", "41, 0", "41, 110", "67, 60"})
  void whatIsWrittenOnGraphPaperStays(int pitch, int level) {
    for (String written : new String[] {"    ", "207 ", "5836"}) {
      DrawnField field = new DrawnField(4, 100, Color.WHITE);
      Graphics2D g = field.graphics();
      g.setColor(new Color(level, level, level));
      for (int x = 11; x < field.image().getWidth(); x += pitch) {
        g.fillRect(x, 0, 2, 100);
      }
      for (int y = 19; y < 100; y += pitch) {
        g.fillRect(0, y, field.image().getWidth(), 2);
      }
      CleanField clean = new Cleaner().clean(field.write(written).grey());
      assertEquals(written.strip().length(), tall(clean), written + " at " + pitch + ", " + level);
      assertEquals(written.isBlank(), clean.isDoubtful(), written + " at " + pitch + ", " + level);
      assertEquals(0, clean.cells().size(), written + " at " + pitch + ", " + level);
    }
  }

  /** Equally far apart by chance, but crossed by no line, or not parallel. */
  @Test
  void a1FromBorderToBorderIsNoGraphPaper() {
    assertEquals(4, tall(ones(0, false)));
    assertEquals(4, tall(ones(5, true)));
  }

  /** What only looks like graph paper may be all that was written: no blank field for certain. */
  @Test
  void a1AsStraightAsPrintIsADoubt() {
    assertTrue(ones(0, true).isDoubtful());
  }

  private static CleanField ones(int lean, boolean crossed) {
    DrawnField field = new DrawnField(3, 100, Color.WHITE);
    Graphics2D g = field.graphics();
    g.setColor(Color.BLACK);
    g.setStroke(new BasicStroke(5));
    for (int i = 0; i < 4; i++) {
      int off = i % 2 == 0 ? lean : -lean;
      g.drawLine(50 + 50 * i + off, 0, 50 + 50 * i - off, 100);
    }
    return new Cleaner().clean(crossed ? field.line(0.6, 0.02, Color.BLACK).grey() : field.grey());
  }

  private static int tall(CleanField clean) {
    return (int)
        IntStream.rangeClosed(1, clean.components().count())
            .filter(i -> clean.components().box(i).height() > 0.4 * clean.ink().height())
            .count();
  }
}
