package dev.icrstreams.synth.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.synth.raster.SeededRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WriterStyleTest {
  private static final int WRITERS = 6000;

  @Test
  void oneWriterInFifteenHasAFeltTip() {
    double[] widths =
        LongStream.range(0, WRITERS)
            .mapToDouble(i -> WriterStyle.draw(HandMix.MIXED, new SeededRandom(7, i)).strokeWidth())
            .sorted()
            .toArray();
    assertEquals(0.09, widths[WRITERS / 2], 0.002);
    assertTrue(widths[0] >= 0.045, "thinnest " + widths[0]);
    assertEquals(0.123, widths[WRITERS - WRITERS / 15], 0.004);
    // some of them are very broad, and none broader than people can write with
    assertTrue(widths[WRITERS - WRITERS / 200] > 0.2, "broad " + widths[WRITERS - WRITERS / 200]);
    assertTrue(widths[WRITERS - 1] <= 0.24, "broadest " + widths[WRITERS - 1]);
  }
}
