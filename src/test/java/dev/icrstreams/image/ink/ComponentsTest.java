package dev.icrstreams.image.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.field.Ink;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final long SEED = 3;

  @Test
  void pixelsThatTouchAlsoByACornerAreOneComponentNumberedByItsFirst() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 60; trial++) {
      int width = 1 + random.nextInt(30);
      int height = 1 + random.nextInt(20);
      byte[] values = new byte[width * height];
      double dense = 0.2 + 0.5 * random.nextDouble();
      for (int i = 0; i < values.length; i++) {
        values[i] = (byte) (random.nextDouble() < dense ? 128 + random.nextInt(128) : 127);
      }
      Components components = Components.of(new Ink(width, height, values));
      int[] filled = new int[values.length];
      int count = 0;
      for (int i = 0; i < values.length; i++) {
        if (values[i] < 0 && filled[i] == 0) {
          int area = fill(values, filled, i % width, i / width, width, ++count);
          assertEquals(area, components.area(count), "seed " + SEED + ", trial " + trial);
        }
      }
      assertEquals(count, components.count(), "seed " + SEED + ", trial " + trial);
      for (int i = 0; i < values.length; i++) {
        String where = "seed " + SEED + ", trial " + trial + ", pixel " + i;
        assertEquals(filled[i], components.at(i % width, i / width), where);
      }
    }
  }

  private static int fill(byte[] ink, int[] filled, int x, int y, int width, int label) {
    boolean inside = x >= 0 && x < width && y >= 0 && y * width < ink.length;
    if (!inside || ink[y * width + x] >= 0 || filled[y * width + x] != 0) {
      return 0;
    }
    filled[y * width + x] = label;
    int area = 1;
    for (int i = 0; i < 9; i++) {
      area += fill(ink, filled, x + i % 3 - 1, y + i / 3 - 1, width, label);
    }
    return area;
  }
}
