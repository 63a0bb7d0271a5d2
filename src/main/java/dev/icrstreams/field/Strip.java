package dev.icrstreams.field;

/**
 * A whole field as the sequence reader wants it: grey contrast of fixed height, nothing binarised.
 * The array is given away, not copied.
 *
 * @param width pixels, a multiple of {@link #STRIDE}
 * @param values {@code [HEIGHT * width]}, row by row; 0 is paper, about 1 the field's darkest ink
 * @param pixelsPerColumn how many working pixels of the clean field one column of the network's
 *     output stands for, that is {@link #STRIDE} pixels of this strip
 */
public record Strip(int width, float[] values, double pixelsPerColumn) {
  /** Rows. */
  public static final int HEIGHT = 32;

  /** Pixels for one column of the network's output. */
  public static final int STRIDE = 4;

  /** Checks the sizes. */
  public Strip {
    if (width < STRIDE || width % STRIDE != 0 || values.length != HEIGHT * width) {
      throw new IllegalArgumentException(width + " columns in " + values.length + " values");
    }
  }

  /** Columns of the network's output. */
  public int columns() {
    return width / STRIDE;
  }
}
