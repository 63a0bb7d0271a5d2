package dev.icrstreams.synth.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private static final float RULE = 0.9f;
  private static final double DARKEST = 0.45;

  /** How far half the stroke of a wide letter may reach over its cell's sides. */
  private static final int OVER = 4;

  private final List<Box> cells =
      IntStream.range(0, 8).mapToObj(i -> new Box(10 + 60 * i, 6, 36, 48)).toList();

  @Test
  void everyCellHasAPaleLetterWithinIt() {
    for (int seed = 0; seed < 20; seed++) {
      Plane print = new Plane(500, 60);
      print.values[0] = RULE;
      Placeholders.print(print, cells, new SeededRandom(seed, 0));
      assertEquals(RULE, print.values[0], "what the form has stays");
      print.values[0] = 0;
      for (Box cell : cells) {
        double darkest = 0;
        for (int y = cell.y(); y < cell.bottom(); y++) {
          for (int x = cell.x() - OVER; x < cell.right() + OVER; x++) {
            darkest = Math.max(darkest, print.at(x, y));
            print.values[y * print.width + x] = 0;
          }
        }
        assertTrue(darkest > 0.1 && darkest <= DARKEST, "seed " + seed + ": " + darkest);
      }
      for (float value : print.values) {
        assertEquals(0, value, "seed " + seed + ": print outside the cells");
      }
    }
  }
}
