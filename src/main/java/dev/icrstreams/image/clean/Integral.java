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
    int left = Math.max(0, x - radius);
    int top = Math.max(0, y - radius);
    int right = Math.min(width, x + radius + 1);
    int bottom = Math.min(height, y + radius + 1);
    int stride = width + 1;
    double sum =
        sums[bottom * stride + right]
            - sums[top * stride + right]
            - sums[bottom * stride + left]
            + sums[top * stride + left];
    return sum / ((right - left) * (bottom - top));
  }
}
