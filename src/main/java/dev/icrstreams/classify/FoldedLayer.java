package dev.icrstreams.classify;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One step of a network made ready for reading: batch norm is part of the convolution before it.
 */
sealed interface FoldedLayer {
  /** Shape of one digit's output, without the batch. */
  long[] outputShape();

  /** Whether ReLU follows. */
  boolean relu();

  /** The same stage with ReLU after it. */
  FoldedLayer withRelu();

  /**
   * A square convolution over {@code [n, size, size, channels]}.
   *
   * @param weights {@code [kernel, kernel, channels in, channels out]}
   * @param bias {@code [channels out]}
   * @param padding rows and columns of zeros on each side
   * @param size rows and columns of the output
   */
  record Convolution(
      INDArray weights, INDArray bias, int stride, int padding, int size, boolean relu)
      implements FoldedLayer {
    int kernel() {
      return (int) weights.size(0);
    }

    @Override
    public long[] outputShape() {
      return new long[] {size, size, weights.size(3)};
    }

    @Override
    public FoldedLayer withRelu() {
      return new Convolution(weights, bias, stride, padding, size, true);
    }
  }

  /**
   * Square max-pooling without padding.
   *
   * @param kernel rows and columns of the window
   * @param size rows and columns of the output
   */
  record MaxPooling(int kernel, int stride, int size, long channels, boolean relu)
      implements FoldedLayer {
    @Override
    public long[] outputShape() {
      return new long[] {size, size, channels};
    }

    @Override
    public FoldedLayer withRelu() {
      return new MaxPooling(kernel, stride, size, channels, true);
    }
  }

  /**
   * A dense layer over a digit's values in the order row, column, channel.
   *
   * @param weights {@code [in, out]}
   * @param bias {@code [out]}
   */
  record Dense(INDArray weights, INDArray bias, boolean relu) implements FoldedLayer {
    @Override
    public long[] outputShape() {
      return new long[] {weights.size(1)};
    }

    @Override
    public FoldedLayer withRelu() {
      return new Dense(weights, bias, true);
    }
  }
}
