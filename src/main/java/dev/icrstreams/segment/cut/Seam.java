package dev.icrstreams.segment.cut;

import dev.icrstreams.field.Box;

/**
 * The path from the top of a part to its bottom, within a band of columns, that crosses the least
 * ink; by dynamic programming, a column sideways a row at most.
 *
 * @param columns the path's column for each row of the part's box
 * @param ink pixels of the part on the path
 * @param enclosed pixels of paper on the path that the part's ink encloses
 * @param middle the column where the path is on average
 */
record Seam(int[] columns, int ink, int enclosed, double middle) {
  private static final float STEP_SIDEWAYS = 0.15f;
  private static final float ENCLOSED = 0.3f;

  /** What a path pays for each pixel of a part's box. */
  static float[] prices(boolean[] mask, boolean[] holes) {
    float[] prices = new float[mask.length];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = mask[i] ? 1 : holes[i] ? ENCLOSED : 0;
    }
    return prices;
  }

  /** The best path around a column. */
  public static Seam around(
      Box box, boolean[] mask, boolean[] holes, float[] prices, int column, int reach) {
    int left = Math.max(box.x() + 1, column - reach);
    int right = Math.min(box.right() - 1, column + reach + 1);
    int wide = right - left;
    int high = box.height();
    int first = left - box.x();
    // a column that no path takes on either side, for a loop without any exception at the ends
    int stride = wide + 2;
    float[] cost = new float[stride * high];
    for (int x = 0; x < wide; x++) {
      cost[x + 1] = prices[first + x];
    }
    cost[0] = Float.POSITIVE_INFINITY;
    cost[wide + 1] = Float.POSITIVE_INFINITY;
    for (int y = 1; y < high; y++) {
      int row = y * stride;
      cost[row] = Float.POSITIVE_INFINITY;
      cost[row + wide + 1] = Float.POSITIVE_INFINITY;
      step(cost, row - stride, row, prices, y * box.width() + first - 1, wide);
    }
    int at = 0;
    int last = (high - 1) * stride + 1;
    for (int x = 1; x < wide; x++) {
      if (cost[last + x] < cost[last + at]
          || (cost[last + x] == cost[last + at]
              && Math.abs(left + x - column) < Math.abs(left + at - column))) {
        at = x;
      }
    }
    int[] columns = new int[high];
    double sum = 0;
    int ink = 0;
    int enclosed = 0;
    for (int y = high - 1; y >= 0; y--) {
      columns[y] = left + at;
      sum += left + at;
      ink += mask[y * box.width() + first + at] ? 1 : 0;
      enclosed += holes[y * box.width() + first + at] ? 1 : 0;
      at += y == 0 ? 0 : side(cost, (y - 1) * stride + 1 + at);
    }
    return new Seam(columns, ink, enclosed, sum / high);
  }

  /** The cost of the best ways to a row's pixels, from that of those to the row before. */
  private static void step(float[] cost, int before, int row, float[] prices, int price, int wide) {
    for (int x = 1; x <= wide; x++) {
      float sideways = Math.min(cost[before + x - 1], cost[before + x + 1]) + STEP_SIDEWAYS;
      cost[row + x] = Math.min(cost[before + x], sideways) + prices[price + x];
    }
  }

  /** From which side the best way comes on from a pixel of the row before: -1, 0 or 1. */
  private static int side(float[] cost, int above) {
    float fromLeft = cost[above - 1] + STEP_SIDEWAYS;
    float fromRight = cost[above + 1] + STEP_SIDEWAYS;
    if (fromLeft < cost[above]) {
      return fromRight < fromLeft ? 1 : -1;
    }
    return fromRight < cost[above] ? 1 : 0;
  }
}
