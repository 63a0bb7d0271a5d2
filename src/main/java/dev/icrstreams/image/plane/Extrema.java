package dev.icrstreams.image.plane;

/**
 * Running extrema over square windows in a time that does not depend on the window (M. van Herk, "A
 * fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels",
 * 1992).
 *
 * <p>Works down the columns of a whole row at once, on integers that sort as the floats do: that is
 * what a compiler can turn into vector instructions. Mutable; for one thread.
 */
public final class Extrema {
  private final int window;
  private int width;
  private int height;
  private int[] keys;
  private int[] forward;
  private final int[] backward;
  private boolean turned;

  /**
   * @param window side of the window, in pixels; odd
   */
  public Extrema(Plane plane, int window) {
    this.window = window;
    width = plane.width();
    height = plane.height();
    keys = new int[width * height];
    forward = new int[keys.length];
    backward = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = sortable(Float.floatToRawIntBits(plane.values()[i]));
    }
  }

  /** Replaces every pixel by the largest in its window. */
  public void lightest() {
    down();
    transpose();
    down();
  }

  /** Replaces every pixel by the smallest in its window. */
  public void darkest() {
    complement();
    lightest();
    complement();
  }

  /** What has become of the plane. */
  public Plane plane() {
    if (turned) {
      transpose();
    }
    Plane plane = new Plane(width, height);
    for (int i = 0; i < keys.length; i++) {
      plane.values()[i] = Float.intBitsToFloat(sortable(keys[i]));
    }
    return plane;
  }

  /** Its own inverse. */
  private static int sortable(int bits) {
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private void complement() {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ~keys[i];
    }
  }

  /** Running maximum down the columns. */
  private void down() {
    System.arraycopy(keys, 0, forward, 0, keys.length);
    for (int y = 1; y < height; y++) {
      if (y % window != 0) {
        raise(forward, y * width, forward, (y - 1) * width);
      }
    }
    System.arraycopy(keys, 0, backward, 0, keys.length);
    for (int y = height - 2; y >= 0; y--) {
      if (y % window != window - 1) {
        raise(backward, y * width, backward, (y + 1) * width);
      }
    }
    int reach = window / 2;
    for (int y = 0; y < height; y++) {
      int from = Math.max(0, y - reach);
      int to = Math.min(height - 1, y + reach);
      // one block may hold the window: all of it, or its beginning or end at a border
      boolean begins = from % window == 0 && from / window == to / window;
      int[] most = begins ? forward : backward;
      System.arraycopy(most, (begins ? to : from) * width, keys, y * width, width);
      if (from / window < to / window) {
        raise(keys, y * width, forward, to * width);
      }
    }
  }

  private void raise(int[] into, int at, int[] from, int start) {
    for (int x = 0; x < width; x++) {
      into[at + x] = Math.max(into[at + x], from[start + x]);
    }
  }

  private void transpose() {
    int[] out = forward;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[x * height + y] = keys[y * width + x];
      }
    }
    forward = keys;
    keys = out;
    turned = !turned;
    int side = width;
    width = height;
    height = side;
  }
}
