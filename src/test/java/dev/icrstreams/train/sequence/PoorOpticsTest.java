package dev.icrstreams.train.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.image.plane.Plane;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PoorOpticsTest {
  private static final int TRIES = 40;
  private static final int WIDTH = 60;
  private static final int HEIGHT = 50;
  private static final double DIGIT = 30;

  /** A stroke keeps its place and spreads; what is written far from it stays paper. */
  @Test
  void strokesSpreadWhereTheyAre() {
    int spread = 0;
    for (int seed = 0; seed < TRIES; seed++) {
      Plane sharp = stroke();
      Plane poor = PoorOptics.applied(sharp, DIGIT, new SplittableRandom(seed));
      assertEquals(WIDTH, poor.width());
      assertEquals(HEIGHT, poor.height());
      int darkest = 0;
      for (int x = 0; x < WIDTH; x++) {
        darkest = at(poor, x) > at(poor, darkest) ? x : darkest;
      }
      assertTrue(Math.abs(darkest - WIDTH / 2) <= 3, "seed " + seed + ": darkest at " + darkest);
      assertTrue(at(poor, 5) < 0.01f, "seed " + seed);
      spread += at(poor, darkest) < 0.98f * at(sharp, WIDTH / 2) ? 1 : 0;
    }
    assertTrue(spread > TRIES / 2, spread + " of " + TRIES);
  }

  /** But for its borders, beyond which there is nothing. */
  @Test
  void whatIsEvenStaysEven() {
    for (int seed = 0; seed < TRIES; seed++) {
      Plane paper = new Plane(WIDTH, HEIGHT);
      Arrays.fill(paper.values(), 0.25f);
      float[] even = paper.values().clone();
      Plane poor = PoorOptics.applied(paper, DIGIT, new SplittableRandom(seed));
      for (int x = WIDTH / 4; x < WIDTH * 3 / 4; x++) {
        assertEquals(0.25f, at(poor, x), 1e-3f, "seed " + seed);
      }
      assertArrayEquals(even, paper.values(), "seed " + seed + " changed what it was given");
    }
  }

  private static Plane stroke() {
    Plane plane = new Plane(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      plane.values()[y * WIDTH + WIDTH / 2] = 1;
      plane.values()[y * WIDTH + WIDTH / 2 - 1] = 1;
    }
    return plane;
  }

  private static float at(Plane plane, int x) {
    return plane.values()[HEIGHT / 2 * WIDTH + x];
  }
}
