package dev.icrstreams.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Begins a network with the weights of a trained one that has fewer channels. What the added
 * channels see is random and what is made of them is nothing, so the wide network says at first
 * what the narrow one says, and learns on from there. That growing need not forget is T. Chen, I.
 * Goodfellow and J. Shlens, "Net2Net: accelerating learning via knowledge transfer", 2016; they
 * copy channels, which must then be driven apart.
 */
public final class Widening {
  /** An output that the trained network lacks begins as unlikely. */
  private static final float UNLIKELY = -4;

  private Widening() {}

  /**
   * The weights to begin with, as {@link Network#weights} lays them out.
   *
   * @param trained of each layer that has weights the kernel in the order row, column, input,
   *     output, then the bias, as {@link #parts} gives them; of a network with the layout to begin,
   *     or one that differs from it in having fewer channels, of input, between, or of output
   * @param layout of the network to begin
   * @param random the weights that it would begin with otherwise; not changed
   * @throws IllegalArgumentException if the trained network is of another layout
   */
  public static float[] of(List<float[]> trained, Layout layout, float[] random) {
    List<long[]> shapes = layout.shapes();
    if (trained.size() != shapes.size()) {
      throw layout.mismatch();
    }
    float[] all = random.clone();
    int at = 0;
    int channels = 0;
    for (int i = 0; i < shapes.size(); i += 2) {
      long[] shape = shapes.get(i);
      int places = (int) (shape[0] * shape[1]);
      int in = (int) shape[2];
      int out = (int) shape[3];
      boolean last = i + 2 == shapes.size();
      float[] kernel = trained.get(i);
      float[] bias = trained.get(i + 1);
      int oldOut = bias.length;
      int oldIn = kernel.length / (places * oldOut);
      boolean fits =
          oldIn * places * oldOut == kernel.length
              && (i == 0 ? oldIn > 0 && oldIn <= in : oldIn == channels)
              && oldOut <= out;
      if (!fits) {
        throw layout.mismatch();
      }
      for (int row = 0; row < places * in; row++) {
        int old = row % in < oldIn ? oldOut : 0;
        System.arraycopy(kernel, (row / in * oldIn + row % in) * old, all, at, old);
        if (old == 0 || last) {
          Arrays.fill(all, at + old, at + out, 0);
        }
        at += out;
      }
      System.arraycopy(bias, 0, all, at, oldOut);
      if (last) {
        Arrays.fill(all, at + oldOut, at + out, UNLIKELY);
      }
      at += out;
      channels = oldOut;
    }
    return all;
  }

  /**
   * The parts of a network.
   *
   * @throws IllegalArgumentException if it has other weights than kernels and biases
   */
  public static List<float[]> parts(MultiLayerNetwork network) {
    List<float[]> parts = new ArrayList<>();
    for (Layer layer : network.getLayers()) {
      if (layer.numParams() > 0) {
        INDArray kernel = layer.paramTable().get("W");
        INDArray bias = layer.paramTable().get("b");
        if (kernel == null || bias == null) {
          throw new IllegalArgumentException("its network has a " + layer.type());
        }
        parts.add(values(kernel.rank() == 4 ? kernel.permute(2, 3, 1, 0) : kernel));
        parts.add(values(bias));
      }
    }
    return parts;
  }

  private static float[] values(INDArray array) {
    try (INDArray copy = array.dup('c')) {
      float[] values = new float[(int) copy.length()];
      Pass.read(copy, values, 0);
      return values;
    }
  }
}
