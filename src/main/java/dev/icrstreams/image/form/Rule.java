package dev.icrstreams.image.form;

/**
 * A straight printed line that runs along the rows of a raster.
 *
 * @param from first column
 * @param path the line's middle row at each column from there on
 * @param thickness typical rows of ink
 * @param slope rows a column
 * @param roughness root mean square distance of the ink's middle from a straight line, in rows
 */
public record Rule(int from, float[] path, double thickness, double slope, double roughness) {
  /** The column after the last. */
  int to() {
    return from + path.length;
  }

  float first() {
    return path[0];
  }

  float last() {
    return path[path.length - 1];
  }

  float middle() {
    return path[path.length / 2];
  }

  /** Whether the line passes within {@code reach} rows of a pixel, or ends that near to it. */
  boolean passes(double x, double y, double reach) {
    if (x < from - reach || x > to() + reach) {
      return false;
    }
    int at = (int) Math.max(0, Math.min(path.length - 1, x - from));
    return Math.abs(path[at] - y) <= reach + thickness / 2;
  }
}
