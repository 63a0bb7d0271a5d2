package dev.icrstreams.segment;

import dev.icrstreams.field.Box;

/**
 * The path from the top of a part to its bottom, within a band of columns, that crosses the least
 * ink; by dynamic programming, a column sideways a row at most.
 *
 * @param columns the path's column for each row of the part's box
 * @param ink pixels of the part on the path
 * @param enclosed pixels of paper on the path that the part's ink encloses
 */
record Seam(int[] columns, int ink, int enclosed) {
  private static final float STEP_SIDEWAYS = 0.15f;
  private static final float ENCLOSED = 0.3f;

  /** The best path around a column. */
  static Seam around(Box box, boolean[] mask, boolean[] holes, int column, int reach) {
    int left = Math.max(box.x() + 1, column - reach);
    int right = Math.min(box.right() - 1, column + reach + 1);
    int wide = right - left;
    int high = box.height();
    float[] cost = new float[wide];
    float[] next = new float[wide];
    byte[] came = new byte[wide * high];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        float best = cost[x];
        for (int side = -1; side <= 1 && y > 0; side += 2) {
          int from = x + side;
          if (from >= 0 && from < wide && cost[from] + STEP_SIDEWAYS < best) {
            best = cost[from] + STEP_SIDEWAYS;
            came[y * wide + x] = (byte) side;
          }
        }
        int at = y * box.width() + left + x - box.x();
        next[x] = best + (mask[at] ? 1 : holes[at] ? ENCLOSED : 0);
      }
      float[] swap = cost;
      cost = next;
      next = swap;
    }
    int at = 0;
    for (int x = 1; x < wide; x++) {
      if (cost[x] < cost[at]
          || (cost[x] == cost[at] && Math.abs(left + x - column) < Math.abs(left + at - column))) {
        at = x;
      }
    }
    int[] columns = new int[high];
    int ink = 0;
    int enclosed = 0;
    for (int y = high - 1; y >= 0; y--) {
      columns[y] = left + at;
      ink += mask[y * box.width() + left + at - box.x()] ? 1 : 0;
      enclosed += holes[y * box.width() + left + at - box.x()] ? 1 : 0;
      at += came[y * wide + at];
    }
    return new Seam(columns, ink, enclosed);
  }

  /** Where the path is on average. */
  double middle() {
    double sum = 0;
    for (int column : columns) {
      sum += column;
    }
    return sum / columns.length;
  }
}
