package dev.icrstreams.train.augment;

import java.util.SplittableRandom;

/** What wrong cuts between touching digits leave behind, on square rasters. Stateless. */
final class Artefacts {
  private static final float INK = 0.1f;
  private static final int DEEPEST = 3;
  private static final int GAP = 2;

  private Artefacts() {}

  /** Takes one to three columns away at the left or right end of the ink. */
  static void cut(float[] raster, int size, SplittableRandom random) {
    boolean left = random.nextBoolean();
    int edge = edge(raster, size, left);
    int depth = random.nextInt(1, DEEPEST + 1);
    for (int i = 0; i < depth; i++) {
      int x = left ? edge + i : edge - i;
      for (int y = 0; y < size && x >= 0 && x < size; y++) {
        raster[y * size + x] = 0;
      }
    }
  }

  /** Leaves a piece of a neighbour's stroke beside the ink. */
  static void merge(float[] raster, int size, SplittableRandom random) {
    boolean left = random.nextBoolean();
    int edge = edge(raster, size, left);
    int from = random.nextInt(size / 6, size / 2);
    int length = random.nextInt(size / 8, size / 3);
    double slope = random.nextDouble(-0.5, 0.5);
    double start = left ? edge - random.nextInt(GAP + 1) : edge + random.nextInt(GAP + 1);
    for (int i = 0; i < length; i++) {
      int y = from + i;
      double middle = start + slope * i;
      for (int x = (int) middle - 2; x <= middle + 2; x++) {
        if (x >= 0 && x < size && y < size) {
          float ink = (float) Math.max(0, Math.min(1, 2 - Math.abs(x - middle)));
          raster[y * size + x] = Math.max(raster[y * size + x], ink);
        }
      }
    }
  }

  /** The first column with ink from a side; the middle without any. */
  private static int edge(float[] raster, int size, boolean left) {
    for (int i = 0; i < size; i++) {
      int x = left ? i : size - 1 - i;
      for (int y = 0; y < size; y++) {
        if (raster[y * size + x] > INK) {
          return x;
        }
      }
    }
    return size / 2;
  }
}
