package dev.icrstreams.train.network;

/**
 * A convolution with stride 1, or a max-pooling with the window's own size as stride.
 *
 * @param height rows of the kernel or window
 * @param width columns of it
 * @param paddingRows rows of zeros above and below
 * @param paddingColumns columns of zeros on each side
 * @param outputs channels; 0 for pooling
 * @param relu whether ReLU follows
 */
public record Stage(
    Kind kind,
    int height,
    int width,
    int paddingRows,
    int paddingColumns,
    int outputs,
    boolean relu) {
  /** What a stage does. */
  public enum Kind {
    /** Weighs and sums. */
    CONVOLUTION,
    /** Keeps the highest. */
    MAX_POOLING
  }

  /** A square convolution that keeps the size, with ReLU. */
  public static Stage same(int size, int outputs) {
    return new Stage(Kind.CONVOLUTION, size, size, size / 2, size / 2, outputs, true);
  }

  /** A convolution without padding. */
  public static Stage valid(int height, int width, int outputs, boolean relu) {
    return new Stage(Kind.CONVOLUTION, height, width, 0, 0, outputs, relu);
  }

  /** A convolution that keeps the columns, but pads no rows. */
  public static Stage along(int height, int width, int outputs, boolean relu) {
    return new Stage(Kind.CONVOLUTION, height, width, 0, width / 2, outputs, relu);
  }

  /** A max-pooling. */
  public static Stage pool(int height, int width) {
    return new Stage(Kind.MAX_POOLING, height, width, 0, 0, 0, false);
  }

  boolean isConvolution() {
    return kind == Kind.CONVOLUTION;
  }

  /** Rows after it. */
  public int rows(int before) {
    return isConvolution() ? before + 2 * paddingRows - height + 1 : before / height;
  }

  /** Columns after it. */
  public int columns(int before) {
    return isConvolution() ? before + 2 * paddingColumns - width + 1 : before / width;
  }

  int channels(int before) {
    return isConvolution() ? outputs : before;
  }

  /** Window, stride, padding and dilation as ND4J's operations want them, for NHWC. */
  long[] arguments() {
    return isConvolution()
        ? new long[] {height, width, 1, 1, paddingRows, paddingColumns, 1, 1, 0, 1, 0}
        : new long[] {height, width, height, width, 0, 0, 1, 1, 0, 0, 1};
  }
}
