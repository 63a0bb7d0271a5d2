package dev.icrstreams.image.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.image.plane.Plane;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dark spots as large as a digit, at {@code x}, beside bars that stand for 1s from 80 to 140. */
class RoundSpotsTest {
  private static final int WIDTH = 220;
  private static final int HEIGHT = 96;
  private static final float PAPER = 240;
  private static final float INK = 90;

  @ParameterizedTest(name = "{5}: {0}, {1} x {2}, level {3}, solid from {4}")
  @CsvSource({
    "30, 26, 26, 20, 0, PAPER",
    "30, 36, 36, 20, 0, PAPER",
    "180, 38, 36, 45, 0, PAPER",
    // as dark as the writing, among it, not round, hollow
    "30, 36, 36, 80, 0, DOUBT",
    "110, 36, 36, 20, 0, DOUBT",
    "30, 38, 54, 20, 0, DOUBT",
    "30, 26, 26, 20, 0.5, STAYS",
    // a point
    "160, 16, 16, 20, 0, STAYS"
  })
  void onlyADarkDiscBesideTheWritingIsTakenForAHole(
      int x, int width, int height, float level, double hollow, String expected) {
    Plane grey = new Plane(WIDTH, HEIGHT);
    Arrays.fill(grey.values(), PAPER);
    for (int y = 20; y < 76; y++) {
      for (int bar = 80; bar <= 140; bar += 60) {
        Arrays.fill(grey.values(), y * WIDTH + bar, y * WIDTH + bar + 5, INK);
      }
    }
    for (int dy = -height / 2; dy <= height / 2; dy++) {
      for (int dx = -width / 2; dx <= width / 2; dx++) {
        double radius = Math.hypot(2.0 * dx / width, 2.0 * dy / height);
        if (radius <= 1 && radius >= hollow) {
          grey.values()[(48 + dy) * WIDTH + x + dx] = level;
        }
      }
    }
    boolean left = Stains.remove(grey).areLeft();
    float edge = grey.values()[48 * WIDTH + x + width / 2 - 2];
    assertEquals(expected, edge > 0.9 * PAPER ? "PAPER" : left ? "DOUBT" : "STAYS");
    assertEquals(INK, grey.values()[48 * WIDTH + 82], "the writing stays");
  }
}
