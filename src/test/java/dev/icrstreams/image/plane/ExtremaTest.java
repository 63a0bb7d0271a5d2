package dev.icrstreams.image.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtremaTest {
  private static final long SEED = 5;

  @Test
  void isTheLightestAndTheDarkestOfEveryWindow() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 40; trial++) {
      Plane plane = new Plane(1 + random.nextInt(40), 1 + random.nextInt(30));
      for (int i = 0; i < plane.values().length; i++) {
        plane.values()[i] = 260 * random.nextFloat() - 5;
      }
      int window = 1 + 2 * random.nextInt(20);
      Extrema lightest = new Extrema(plane, window);
      lightest.lightest();
      Extrema darkest = new Extrema(plane, window);
      darkest.darkest();
      for (int y = 0; y < plane.height(); y++) {
        for (int x = 0; x < plane.width(); x++) {
          String where = "seed " + SEED + ", trial " + trial + ", " + x + ", " + y;
          int i = y * plane.width() + x;
          assertEquals(extremum(plane, x, y, window, 1), lightest.plane().values()[i], where);
          assertEquals(-extremum(plane, x, y, window, -1), darkest.plane().values()[i], where);
        }
      }
    }
  }

  private static float extremum(Plane plane, int x, int y, int window, int sign) {
    int reach = window / 2;
    float best = Float.NEGATIVE_INFINITY;
    for (int v = Math.max(0, y - reach); v <= Math.min(plane.height() - 1, y + reach); v++) {
      for (int u = Math.max(0, x - reach); u <= Math.min(plane.width() - 1, x + reach); u++) {
        best = Math.max(best, sign * plane.values()[v * plane.width() + u]);
      }
    }
    return best;
  }
}
