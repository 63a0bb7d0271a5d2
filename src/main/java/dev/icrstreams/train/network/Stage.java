package dev.icrstreams.train.network;

/**
 * A convolution with stride 1, a max-pooling with the window's own size as stride, or dropout.
 *
 * @param height rows of the kernel or window
 * @param width columns of it
 * @param paddingRows rows of zeros above and below
 * @param paddingColumns columns of zeros on each side
 * @param outputs channels; 0 for what keeps their number
 * @param relu whether ReLU follows
 * @param drop share of the values that dropout sets to zero; 0 elsewhere
 */
public record Stage(
    Kind kind,
    int height,
    int width,
    int paddingRows,
    int paddingColumns,
    int outputs,
    boolean relu,
    double drop) {
  /** What a stage does. */
  public enum Kind {
    /** Weighs and sums. */
    CONVOLUTION,
    /** Does so with just as many zeros as keep the size: the odd one below and on the right. */
    SAME_CONVOLUTION,
    /** Keeps the highest. */
    MAX_POOLING,
    /** While training, forgets some values at random. */
    DROPOUT
  }

  /** A stage that is no dropout. */
  public Stage(
      Kind kind,
      int height,
      int width,
      int paddingRows,
      int paddingColumns,
      int outputs,
      boolean relu) {
    this(kind, height, width, paddingRows, paddingColumns, outputs, relu, 0);
  }

  /** A square convolution that keeps the size, with ReLU. */
  public static Stage same(int size, int outputs) {
    return size % 2 == 1
        ? new Stage(Kind.CONVOLUTION, size, size, size / 2, size / 2, outputs, true)
        : new Stage(Kind.SAME_CONVOLUTION, size, size, 0, 0, outputs, true);
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

  /**
   * Dropout (N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, "Dropout:
   * a simple way to prevent neural networks from overfitting", 2014).
   *
   * @param share of the values that are set to zero
   */
  public static Stage dropout(double share) {
    return new Stage(Kind.DROPOUT, 1, 1, 0, 0, 0, false, share);
  }

  boolean isConvolution() {
    return kind == Kind.CONVOLUTION || kind == Kind.SAME_CONVOLUTION;
  }

  /** Whether a convolution with ReLU gives as many rows and columns as it is given. */
  boolean keepsSize() {
    return kind == Kind.CONVOLUTION
        && relu
        && 2 * paddingRows == height - 1
        && 2 * paddingColumns == width - 1;
  }

  /** Rows after it. */
  public int rows(int before) {
    return switch (kind) {
      case CONVOLUTION -> before + 2 * paddingRows - height + 1;
      case MAX_POOLING -> before / height;
      case SAME_CONVOLUTION, DROPOUT -> before;
    };
  }

  /** Columns after it. */
  public int columns(int before) {
    return switch (kind) {
      case CONVOLUTION -> before + 2 * paddingColumns - width + 1;
      case MAX_POOLING -> before / width;
      case SAME_CONVOLUTION, DROPOUT -> before;
    };
  }

  int channels(int before) {
    return isConvolution() ? outputs : before;
  }

  /** Whether it weighs all that there is of an input of this size: a dense layer. */
  boolean isDense(int rowsBefore, int columnsBefore) {
    return kind == Kind.CONVOLUTION && rows(rowsBefore) == 1 && columns(columnsBefore) == 1;
  }

  /** Window, stride, padding and dilation as ND4J's operations want them, for NHWC. */
  long[] arguments() {
    int same = kind == Kind.SAME_CONVOLUTION ? 1 : 0;
    return isConvolution()
        ? new long[] {height, width, 1, 1, paddingRows, paddingColumns, 1, 1, same, 1, 0}
        : new long[] {height, width, height, width, 0, 0, 1, 1, 0, 0, 1};
  }
}
