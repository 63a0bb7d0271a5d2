package dev.icrstreams.synth;

/**
 * A raster of coverage, 0 (nothing) to 1 (full), while a field is being composed. Mutable; used by
 * one thread.
 */
public final class Plane {
  final int width;
  final int height;
  final float[] values;

  /** An empty raster. */
  public Plane(int width, int height) {
    this.width = width;
    this.height = height;
    values = new float[width * height];
  }

  float at(int x, int y) {
    return values[y * width + x];
  }

  /** Puts coverage on a pixel where there is less; outside the plane nothing happens. */
  void cover(int x, int y, double coverage) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      int i = y * width + x;
      values[i] = Math.max(values[i], (float) Math.min(1, coverage));
    }
  }

  /** Lays another plane on this one with its top left corner at (x, y). */
  void stamp(Plane other, int x, int y) {
    for (int v = 0; v < other.height; v++) {
      for (int u = 0; u < other.width; u++) {
        if (other.at(u, v) > 0) {
          cover(x + u, y + v, other.at(u, v));
        }
      }
    }
  }

  /** A stroke of a round pen from one point to another, with an anti-aliased edge. */
  public void line(double x0, double y0, double x1, double y1, double thickness) {
    double reach = thickness / 2 + 1;
    int left = (int) Math.floor(Math.min(x0, x1) - reach);
    int right = (int) Math.ceil(Math.max(x0, x1) + reach);
    int top = (int) Math.floor(Math.min(y0, y1) - reach);
    int bottom = (int) Math.ceil(Math.max(y0, y1) + reach);
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length2 = Math.max(1e-9, dx * dx + dy * dy);
    for (int y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      for (int x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
        double t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length2));
        double ex = x - x0 - t * dx;
        double ey = y - y0 - t * dy;
        double coverage = thickness / 2 + 0.5 - Math.sqrt(ex * ex + ey * ey);
        if (coverage > 0) {
          cover(x, y, coverage);
        }
      }
    }
  }

  /** This plane turned about its middle; what was outside is empty. */
  Plane rotated(Rotation rotation) {
    Plane turned = new Plane(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned.values[y * width + x] =
            (float) bilinear(rotation.sourceX(x, y), rotation.sourceY(x, y));
      }
    }
    return turned;
  }

  private double bilinear(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double u = x - column;
    double v = y - row;
    double above = (1 - u) * orEmpty(column, row) + u * orEmpty(column + 1, row);
    double below = (1 - u) * orEmpty(column, row + 1) + u * orEmpty(column + 1, row + 1);
    return (1 - v) * above + v * below;
  }

  private double orEmpty(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : at(x, y);
  }
}
