package dev.icrstreams.field;

import java.util.Arrays;

/**
 * A raster of ink: how much pen there is at each pixel, whatever the paper's or the pen's colour.
 *
 * <p>The array is not copied: whoever makes an {@code Ink} gives it away, and nobody changes it
 * afterwards.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param values {@code width * height} unsigned bytes, row by row: 0 is paper, 255 is full ink
 */
public record Ink(int width, int height, byte[] values) {
  /** From this value on a pixel counts as ink where a yes or no is asked for. */
  public static final int THRESHOLD = 128;

  /** Checks the sizes. */
  public Ink {
    if (width < 1 || height < 1 || values.length != (long) width * height) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels in " + values.length + " bytes");
    }
  }

  /** The ink at a pixel, 0 to 255. */
  public int at(int x, int y) {
    return values[y * width + x] & 0xff;
  }

  /** Whether a pixel counts as ink. */
  public boolean isInk(int x, int y) {
    return at(x, y) >= THRESHOLD;
  }

  /** A copy of the part inside {@code box}, which must lie within the raster. */
  public Ink crop(Box box) {
    byte[] part = new byte[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      System.arraycopy(values, (box.y() + y) * width + box.x(), part, y * box.width(), box.width());
    }
    return new Ink(box.width(), box.height(), part);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Ink other
        && width == other.width
        && height == other.height
        && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Ink[" + width + " x " + height + "]";
  }
}
