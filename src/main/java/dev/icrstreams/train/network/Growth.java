package dev.icrstreams.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Begins a network with the weights of a trained one that has fewer channels or fewer layers. What
 * added channels see is random and what is made of them is nothing; an added convolution hands on
 * what it is given. So the grown network says at first what the small one says, and learns on from
 * there. That growing need not forget is T. Chen, I. Goodfellow and J. Shlens, "Net2Net:
 * accelerating learning via knowledge transfer", 2016; they copy channels, which must then be
 * driven apart.
 */
public final class Growth {
  /** An output that the trained network lacks begins as unlikely. */
  private static final float UNLIKELY = -4;

  private final List<float[]> trained;
  private final float[] all;
  private int at;
  private int next;
  private int channels;

  private Growth(List<float[]> trained, float[] random) {
    this.trained = trained;
    this.all = random.clone();
  }

  /**
   * The weights to begin with, as {@link Network#weights} lays them out.
   *
   * @param trained of each layer that has weights the kernel in the order row, column, input,
   *     output, then the bias, as {@link #parts} gives them; of a network with the layout to begin,
   *     or one that differs from it in having fewer channels, of input, between, or of output, or
   *     in lacking convolutions that keep the size of what they see
   * @param layout of the network to begin
   * @param random the weights that it would begin with otherwise; not changed
   * @throws IllegalArgumentException if the trained network is of another layout
   */
  public static float[] of(List<float[]> trained, Layout layout, float[] random) {
    Growth growth = new Growth(trained, random);
    List<Stage> stages = layout.stages().stream().filter(Stage::isConvolution).toList();
    List<long[]> shapes = layout.shapes();
    for (int i = 0; i < stages.size(); i++) {
      long[] shape = shapes.get(2 * i);
      boolean last = i == stages.size() - 1;
      if (growth.fits(shape, stages.size() - i)) {
        growth.take(shape, last);
      } else if (!last && growth.canHandOn(stages.get(i), shape)) {
        growth.handOn(shape);
      } else {
        throw layout.mismatch();
      }
    }
    return growth.all;
  }

  /** Whether the next of the trained layers can be in the place of one with this kernel. */
  private boolean fits(long[] shape, int placesLeft) {
    if (next >= trained.size() || (trained.size() - next) / 2 > placesLeft) {
      return false;
    }
    int places = (int) (shape[0] * shape[1]);
    int oldOut = trained.get(next + 1).length;
    int length = trained.get(next).length;
    int oldIn = length / (places * oldOut);
    return oldIn * places * oldOut == length
        && (next == 0 ? oldIn > 0 && oldIn <= shape[2] : oldIn == channels)
        && oldOut <= shape[3]
        && (placesLeft > 1 || next + 2 == trained.size());
  }

  private void take(long[] shape, boolean last) {
    int in = (int) shape[2];
    int out = (int) shape[3];
    float[] kernel = trained.get(next);
    float[] bias = trained.get(next + 1);
    int places = (int) (shape[0] * shape[1]);
    int oldIn = kernel.length / (places * bias.length);
    for (int row = 0; row < places * in; row++) {
      int old = row % in < oldIn ? bias.length : 0;
      System.arraycopy(kernel, (row / in * oldIn + row % in) * old, all, at, old);
      if (old == 0 || last) {
        Arrays.fill(all, at + old, at + out, 0);
      }
      at += out;
    }
    System.arraycopy(bias, 0, all, at, bias.length);
    if (last) {
      Arrays.fill(all, at + bias.length, at + out, UNLIKELY);
    }
    at += out;
    channels = bias.length;
    next += 2;
  }

  /**
   * What a ReLU gave goes unchanged through a kernel with a one in its middle, and another ReLU.
   */
  private boolean canHandOn(Stage stage, long[] shape) {
    return next > 0 && stage.keepsSize() && shape[2] >= channels && shape[3] >= channels;
  }

  private void handOn(long[] shape) {
    int in = (int) shape[2];
    int out = (int) shape[3];
    int middle = (int) (shape[0] * shape[1]) / 2;
    for (int row = 0; row < shape[0] * shape[1] * in; row++) {
      boolean heard = row % in < channels;
      Arrays.fill(all, at, at + (heard ? channels : out), 0);
      if (heard && row / in == middle) {
        all[at + row % in] = 1;
      }
      at += out;
    }
    Arrays.fill(all, at, at + channels, 0);
    at += out;
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
