package dev.icrstreams.image.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowSumsTest {
  private static final long SEED = 11;

  @Test
  void meansAreExact() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 20; trial++) {
      Plane plane = new Plane(1 + random.nextInt(50), 1 + random.nextInt(30));
      for (int i = 0; i < plane.values().length; i++) {
        plane.values()[i] = 0.25f + 0.75f * random.nextFloat();
      }
      int radius = random.nextInt(20);
      WindowSums sums = new WindowSums(plane, radius);
      for (int y = 0; y < plane.height(); y++) {
        sums.next();
        for (int x = 0; x < plane.width(); x++) {
          String where = "seed " + SEED + ", trial " + trial + ", " + x + ", " + y;
          assertEquals(mean(plane, x, y, radius, false), sums.mean(x), where);
          assertEquals(mean(plane, x, y, radius, true), sums.meanSquare(x), where);
        }
      }
    }
  }

  private static double mean(Plane plane, int x, int y, int radius, boolean squared) {
    double sum = 0;
    int count = 0;
    for (int v = Math.max(0, y - radius); v <= Math.min(plane.height() - 1, y + radius); v++) {
      for (int u = Math.max(0, x - radius); u <= Math.min(plane.width() - 1, x + radius); u++) {
        float value = plane.values()[v * plane.width() + u];
        sum += squared ? value * value : value;
        count++;
      }
    }
    return sum / count;
  }
}
