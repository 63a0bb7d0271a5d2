package dev.icrstreams.image.plane;

/**
 * A raster of numbers. The array is given away, not copied; steps that say so work in place.
 *
 * @param width columns
 * @param height rows
 * @param values {@code width * height} numbers, row by row
 */
public record Plane(int width, int height, float[] values) {
  /** A raster of zeros. */
  public Plane(int width, int height) {
    this(width, height, new float[width * height]);
  }

  /** The same raster with rows and columns exchanged. */
  public Plane transposed() {
    float[] out = new float[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[x * height + y] = values[y * width + x];
      }
    }
    return new Plane(height, width, out);
  }

  /** The value at a place between pixels, by bilinear interpolation; outside it is 0. */
  float between(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    if (column < -1 || row < -1 || column >= width || row >= height) {
      return 0;
    }
    float right = (float) (x - column);
    float down = (float) (y - row);
    float above = (1 - right) * orZero(column, row) + right * orZero(column + 1, row);
    float below = (1 - right) * orZero(column, row + 1) + right * orZero(column + 1, row + 1);
    return (1 - down) * above + down * below;
  }

  private float orZero(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
  }

  /** A copy. */
  public Plane copy() {
    return new Plane(width, height, values.clone());
  }

  /** A copy with so many more pixels on every side, the same as those at the border. */
  public Plane extended(int by) {
    Plane extended = new Plane(width + 2 * by, height + 2 * by);
    for (int y = 0; y < extended.height; y++) {
      int row = Math.max(0, Math.min(height - 1, y - by));
      for (int x = 0; x < extended.width; x++) {
        int column = Math.max(0, Math.min(width - 1, x - by));
        extended.values[y * extended.width + x] = values[row * width + column];
      }
    }
    return extended;
  }

  /** A copy of some rows. */
  public Plane rows(int from, int to) {
    return new Plane(
        width, to - from, java.util.Arrays.copyOfRange(values, from * width, to * width));
  }

  /** Whole numbers from 0 to 255 as a plane of the same numbers. */
  public static Plane of(byte[] bytes, int width, int height) {
    Plane plane = new Plane(width, height);
    for (int i = 0; i < bytes.length; i++) {
      plane.values[i] = bytes[i] & 0xff;
    }
    return plane;
  }

  /** The values as unsigned bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
    }
    return bytes;
  }

  /** The value that the given share of all values lies below, to a 1,024th of their range. */
  public float quantile(double share) {
    return Distribution.of(this, 0, width).quantile(share);
  }
}
