package dev.icrstreams.synth.glyph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Ink;
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
}
