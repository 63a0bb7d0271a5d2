package dev.icrstreams.train.candidate;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.FoldedWeights;
import dev.icrstreams.train.network.Layout;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Begins a digit network with a trained one's weights. */
final class Transfer {
  /** An output that the trained network lacks begins as unlikely. */
  private static final float UNLIKELY = -4;

  private Transfer() {}

  /**
   * The weights of a model for this layout. The model may have fewer channels of input and fewer
   * classes, and batch norms, which are folded in: with an added class that is nearly never said,
   * the new network says what the model says.
   *
   * @throws IOException if the model is of another layout
   */
  static float[] weights(DigitModel model, Layout layout) throws IOException {
    try {
      return weights(FoldedWeights.of(model), layout);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "cannot go on from " + model.metadata().version() + ": " + e.getMessage(), e);
    }
  }

  /** The same from a model's parts; see {@link FoldedWeights#of}. */
  static float[] weights(List<float[]> parts, Layout layout) {
    List<long[]> shapes = layout.shapes();
    if (parts.size() != shapes.size()) {
      throw mismatch(layout);
    }
    float[] all = new float[shapes.stream().mapToInt(Transfer::length).sum()];
    int at = 0;
    for (int i = 0; i < shapes.size(); i += 2) {
      long[] kernel = shapes.get(i);
      boolean last = i + 2 == shapes.size();
      float[] from = parts.get(i);
      int out = (int) kernel[3];
      int oldOut = parts.get(i + 1).length;
      int places = (int) (kernel[0] * kernel[1]);
      int in = (int) kernel[2];
      int oldIn = from.length / (places * oldOut);
      boolean fits =
          oldIn * places * oldOut == from.length
              && (oldIn == in || (i == 0 && oldIn > 0 && oldIn < in))
              && (oldOut == out || (last && oldOut < out));
      if (!fits) {
        throw mismatch(layout);
      }
      for (int row = 0; row < places * oldIn; row++) {
        int to = row / oldIn * in + row % oldIn;
        System.arraycopy(from, row * oldOut, all, at + to * out, oldOut);
      }
      at += places * in * out;
      System.arraycopy(parts.get(i + 1), 0, all, at, oldOut);
      Arrays.fill(all, at + oldOut, at + out, UNLIKELY);
      at += out;
    }
    return all;
  }

  private static int length(long[] shape) {
    return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  private static IllegalArgumentException mismatch(Layout layout) {
    return new IllegalArgumentException("its network is no " + layout.name());
  }
}
