package dev.icrstreams.synth;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.paper.Overprint;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverprintedFieldTest {
  private static final int FIELDS = 30;
  private static final Box WRITTEN = new Box(30, 20, 200, 40);

  /** Across the writing, not beside it, and never so that all of it is hidden. */
  @ParameterizedTest
  @EnumSource(Overprint.class)
  void liesAcrossTheWriting(Overprint overprint) {
    int across = 0;
    for (int seed = 0; seed < FIELDS; seed++) {
      Plane print = new Plane(260, 80);
      overprint.print(print, WRITTEN, new SeededRandom(4711, seed));
      int covered = 0;
      for (int y = WRITTEN.y(); y < WRITTEN.bottom(); y++) {
        for (int x = WRITTEN.x(); x < WRITTEN.right(); x++) {
          covered += print.at(x, y) > 0.05 ? 1 : 0;
        }
      }
      across += covered > 0 ? 1 : 0;
      double share = (double) covered / (WRITTEN.width() * WRITTEN.height());
      assertTrue(share < 0.75, overprint + " " + seed + " covers " + share);
    }
    assertTrue(across >= 0.8 * FIELDS, overprint + ": " + across + " of " + FIELDS);
  }
}
