package dev.icrstreams.synth.glyph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Ink;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.synth.style.WriterStyle;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FaintDigitTest {
  private static final int SIZE = 28;
  private static final byte FAINT = (byte) 160;

  @Test
  void aDigitOfAFaintLineIsDrawnHoweverSmallAndThinThePenIs() {
    byte[] values = new byte[SIZE * SIZE];
    for (int y = 4; y < 24; y++) {
      Arrays.fill(values, y * SIZE + 13, y * SIZE + 14, FAINT);
    }
    Ink one = new Ink(SIZE, SIZE, values);
    for (long i = 0; i < 300; i++) {
      SeededRandom random = new SeededRandom(11, i);
      WriterStyle style = WriterStyle.draw(HandMix.MIXED, random);
      Glyph glyph = GlyphRenderer.render(one, style, random);
      assertTrue(glyph.height() > 0.6 * style.height(), "writer " + i + ": " + glyph.height());
    }
  }

  /** Half of a pen's finest line in one pixel, half in the next: it ended a training. */
  @Test
  void aLineBetweenTwoColumnsIsCutOutToo() {
    Plane plane = new Plane(9, 12);
    for (int y = 2; y < 10; y++) {
      plane.values[y * 9 + 4] = 0.4f;
      plane.values[y * 9 + 5] = 0.38f;
      plane.values[y * 9 + 6] = 0.05f;
    }
    Glyph glyph = Glyph.cutOut(plane);
    assertEquals(2, glyph.width());
    assertEquals(8, glyph.height());
    assertThrows(IllegalStateException.class, () -> Glyph.cutOut(new Plane(9, 12)));
  }
}
