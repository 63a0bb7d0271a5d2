package dev.icrstreams.synth.raster;

/**
 * A raster of coverage, 0 (nothing) to 1 (full), while a field is being composed. Mutable; used by
 * one thread.
 */
public final class Plane {
  /** Columns. */
  public final int width;

  /** Rows. */
  public final int height;

  /** The coverage of {@code width * height} pixels, row by row; open to whoever draws. */
  public final float[] values;

  /** An empty raster. */
  public Plane(int width, int height) {
    this.width = width;
    this.height = height;
    values = new float[width * height];
  }

  /** The coverage of a pixel of the plane. */
  public float at(int x, int y) {
    return values[y * width + x];
  }

  /** Puts coverage on a pixel where there is less; outside the plane nothing happens. */
  public void cover(int x, int y, double coverage) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      int i = y * width + x;
      values[i] = Math.max(values[i], (float) Math.min(1, coverage));
    }
  }

  /** Lays another plane on this one with its top left corner at (x, y). */
  public void stamp(Plane other, int x, int y) {
    int left = Math.max(0, -x);
    int right = Math.min(other.width, width - x);
    for (int v = Math.max(0, -y); v < Math.min(other.height, height - y); v++) {
      for (int u = left; u < right; u++) {
        int i = (y + v) * width + x + u;
        values[i] = Math.max(values[i], Math.min(1, other.at(u, v)));
      }
    }
  }

  /** A stroke of a round pen from one point to another, with an anti-aliased edge. */
  public void line(double x0, double y0, double x1, double y1, double thickness) {
    line(x0, y0, x1, y1, thickness, 1);
  }

  /** A stroke that covers no more than {@code strength}. */
  public void line(double x0, double y0, double x1, double y1, double thickness, double strength) {
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
          cover(x, y, Math.min(1, coverage) * strength);
        }
      }
    }
  }

  /** Turns what is on this plane; what comes in from outside is as the border was. */
  public void turn(Rotation rotation) {
    if (rotation.isNone()) {
      return;
    }
    Plane before = new Plane(width, height);
    System.arraycopy(values, 0, before.values, 0, values.length);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double u = Math.max(0, Math.min(width - 1, rotation.sourceX(x, y)));
        double v = Math.max(0, Math.min(height - 1, rotation.sourceY(x, y)));
        values[y * width + x] = (float) before.bilinear(u, v);
      }
    }
  }

  /** The coverage between pixels; outside the plane there is none. */
  public double bilinear(double x, double y) {
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
