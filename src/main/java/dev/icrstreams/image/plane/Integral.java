package dev.icrstreams.image.plane;

/** Sums over upright rectangles in constant time (F. Crow's summed-area table, 1984). */
public final class Integral {
  private final int width;
  private final int height;
  private final double[] sums;

  private Integral(int width, int height) {
    this.width = width;
    this.height = height;
    this.sums = new double[(width + 1) * (height + 1)];
  }

  /** The table of a plane's values. */
  public static Integral of(Plane plane) {
    Integral table = new Integral(plane.width(), plane.height());
    double[] sums = table.sums;
    float[] values = plane.values();
    int stride = plane.width() + 1;
    for (int y = 0; y < plane.height(); y++) {
      double row = 0;
      for (int x = 0; x < plane.width(); x++) {
        row += values[y * plane.width() + x];
        sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
      }
    }
    return table;
  }

  /**
   * The means over the squares of that radius around a row's pixels, cut off at the borders.
   *
   * @param into is given one a pixel
   */
  public void means(int y, int radius, double[] into) {
    int top = Math.max(0, y - radius);
    int bottom = Math.min(height, y + radius + 1);
    for (int x = 0; x < width; x++) {
      into[x] = mean(Math.max(0, x - radius), top, Math.min(width, x + radius + 1), bottom);
    }
  }

  /**
   * The means over the largest rectangles with a row's pixels in their middles that reach no
   * further than the radius and lie within the borders; of an even slope each is the pixel itself.
   *
   * @param into is given one a pixel
   */
  public void centredMeans(int y, int radius, double[] into) {
    int reachY = Math.min(radius, Math.min(y, height - 1 - y));
    for (int x = 0; x < width; x++) {
      int reachX = Math.min(radius, Math.min(x, width - 1 - x));
      into[x] = mean(x - reachX, y - reachY, x + reachX + 1, y + reachY + 1);
    }
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
