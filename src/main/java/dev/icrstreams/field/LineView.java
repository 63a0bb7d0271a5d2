package dev.icrstreams.field;

import java.util.Arrays;

/**
 * A digit candidate where it stands: a square cut out of the line of writing around it, scaled so
 * that the line's digits are half as high as the square. What is lost when a candidate is scaled to
 * a size of its own is seen here: how high and wide it is beside the others, whether it stands on
 * their line, how thick its strokes are, what it touches.
 *
 * <p>The array is not copied: whoever makes a view gives it away, and nobody changes it afterwards.
 *
 * @param values {@value #SIZE} x {@value #SIZE} signed bytes, row by row: the candidate's own ink
 *     up to 127, ink of others down to -127, paper 0
 */
public record LineView(byte[] values) {
  /** Rows and columns. */
  public static final int SIZE = 28;

  /** Rows that a digit of the line's usual height fills. */
  public static final int DIGIT = SIZE / 2;

  /** Checks the size. */
  public LineView {
    if (values.length != SIZE * SIZE) {
      throw new IllegalArgumentException(values.length + " values instead of " + SIZE * SIZE);
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LineView other && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "LineView[" + SIZE + " x " + SIZE + "]";
  }
}
