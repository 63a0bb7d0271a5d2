package dev.icrstreams.image.clean;

import java.util.Arrays;

/**
 * Running extrema over square windows in a time that does not depend on the window (M. van Herk, "A
 * fast algorithm for local minimum and maximum filters on rectangular and octagonal kernels",
 * 1992).
 *
 * <p>Works down the columns of a whole row at once, on integers that sort as the floats do: that is
 * what a compiler can turn into vector instructions. Mutable; for one thread.
 */
final class Extrema {
  private final int window;
  private int width;
  private int height;
  private int[] keys;

  /**
   * @param window side of the window, in pixels; odd
   */
  Extrema(Plane plane, int window) {
    this.window = window;
    width = plane.width();
    height = plane.height();
    keys = new int[width * height];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = sortable(Float.floatToRawIntBits(plane.values()[i]));
    }
  }

  /** Replaces every pixel by the largest in its window. */
  void lightest() {
    down();
    transpose();
    down();
    transpose();
  }

  /** Replaces every pixel by the smallest in its window. */
  void darkest() {
    complement();
    lightest();
    complement();
  }

  /** What has become of the plane. */
  Plane plane() {
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
    int reach = window / 2;
    int rows = (height + 2 * reach + window - 1) / window * window;
    int[] forward = new int[rows * width];
    Arrays.fill(forward, Integer.MIN_VALUE);
    System.arraycopy(keys, 0, forward, reach * width, keys.length);
    int[] backward = forward.clone();
    for (int y = 1; y < rows; y++) {
      if (y % window != 0) {
        raise(forward, y * width, forward, (y - 1) * width);
      }
    }
    for (int y = rows - 2; y >= 0; y--) {
      if (y % window != window - 1) {
        raise(backward, y * width, backward, (y + 1) * width);
      }
    }
    // a window begins in one block and ends in it or the next
    raise(backward, forward, (window - 1) * width);
  }

  private void raise(int[] into, int at, int[] from, int start) {
    for (int x = 0; x < width; x++) {
      into[at + x] = Math.max(into[at + x], from[start + x]);
    }
  }

  private void raise(int[] backward, int[] forward, int ahead) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = Math.max(backward[i], forward[i + ahead]);
    }
  }

  private void transpose() {
    int[] turned = new int[keys.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = keys[y * width + x];
      }
    }
    keys = turned;
    int side = width;
    width = height;
    height = side;
  }
}
