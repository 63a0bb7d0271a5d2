package dev.icrstreams.image.clean;

/** Sums over upright rectangles in constant time (F. Crow's summed-area table, 1984). */
final class Integral {
  private final int width;
  private final int height;
  private final double[] sums;

  private Integral(int width, int height) {
    this.width = width;
    this.height = height;
    this.sums = new double[(width + 1) * (height + 1)];
  }

  /** The table of a plane's values, or of their squares. */
  static Integral of(Plane plane, boolean squared) {
    Integral table = new Integral(plane.width(), plane.height());
    int stride = plane.width() + 1;
    for (int y = 0; y < plane.height(); y++) {
      double row = 0;
      for (int x = 0; x < plane.width(); x++) {
        float value = plane.values()[y * plane.width() + x];
        row += squared ? value * value : value;
        table.sums[(y + 1) * stride + x + 1] = table.sums[y * stride + x + 1] + row;
      }
    }
    return table;
  }

  /** The mean over the square of that radius around a pixel, cut off at the borders. */
  double mean(int x, int y, int radius) {
    return mean(
        Math.max(0, x - radius),
        Math.max(0, y - radius),
        Math.min(width, x + radius + 1),
        Math.min(height, y + radius + 1));
  }

  /**
   * The mean over the largest rectangle with the pixel in its middle that reaches no further than
   * the radius and lies within the borders; of an even slope it is the pixel itself.
   */
  double centredMean(int x, int y, int radius) {
    int reachX = Math.min(radius, Math.min(x, width - 1 - x));
    int reachY = Math.min(radius, Math.min(y, height - 1 - y));
    return mean(x - reachX, y - reachY, x + reachX + 1, y + reachY + 1);
  }

  private double mean(int left, int top, int right, int bottom) {
    int stride = width + 1;
    double sum =
        sums[bottom * stride + right]
            - sums[top * stride + right]
            - sums[bottom * stride + left]
            + sums[top * stride + left];
    return sum / ((right - left) * (bottom - top));
  }
}
