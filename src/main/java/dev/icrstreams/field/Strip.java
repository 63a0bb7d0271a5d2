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

  /** Side of a block of pixels that the network takes for one. */
  public static final int BLOCK = 2;

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

  /**
   * Lays the strip out as the network reads it, in training and in use: each 2 x 2 block of pixels
   * as four channels.
   *
   * @param into is given {@code [HEIGHT / 2, blocks, 4]} from {@code offset} on; what the strip
   *     does not reach is left alone
   * @param blocks columns of blocks, at least half the strip's width
   */
  public void layOut(float[] into, int offset, int blocks) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < width; x++) {
        int block = (y / BLOCK * blocks + x / BLOCK) * BLOCK * BLOCK;
        into[offset + block + y % BLOCK * BLOCK + x % BLOCK] = values[y * width + x];
      }
    }
  }
}
