package dev.icrstreams.train.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The shape of a network: convolutions and poolings in their order, all NHWC. A dense layer is a
 * convolution whose kernel is as large as what the stages before it leave.
 *
 * @param name what the layout is called
 * @param rows of the input
 * @param columns of the input; {@link #ANY} if inputs may be of any width
 * @param channels of the input
 * @param stages from input to output; the last one has no ReLU and gives logits
 */
public record Layout(String name, int rows, int columns, int channels, List<Stage> stages) {
  /** The width of inputs that may be of any. */
  public static final int ANY = 0;

  /** Keeps a copy of the stages. */
  public Layout {
    stages = List.copyOf(stages);
  }

  /** Channels of the output. */
  public int classes() {
    return stages.get(stages.size() - 1).outputs();
  }

  /**
   * Shapes of the weights, as {@link Network#weights} lays them out: of each convolution the kernel
   * {@code [rows, columns, in, out]}, then the bias {@code [out]}.
   */
  public List<long[]> shapes() {
    List<long[]> shapes = new ArrayList<>();
    int in = channels;
    for (Stage stage : stages) {
      if (stage.isConvolution()) {
        shapes.add(new long[] {stage.height(), stage.width(), in, stage.outputs()});
        shapes.add(new long[] {stage.outputs()});
      }
      in = stage.channels(in);
    }
    return shapes;
  }

  /** How many weights. */
  public long parameters() {
    return shapes().stream()
        .mapToLong(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * b))
        .sum();
  }

  /**
   * Millions of operations for one input of that width; a multiply-add is two.
   *
   * @param width columns of the input
   */
  public double megaflop(int width) {
    double flop = 0;
    int high = rows;
    int wide = width;
    int in = channels;
    for (Stage stage : stages) {
      high = stage.rows(high);
      wide = stage.columns(wide);
      if (stage.isConvolution()) {
        flop += 2.0 * high * wide * stage.height() * stage.width() * in * stage.outputs();
      }
      in = stage.channels(in);
    }
    return flop / 1e6;
  }

  /** Weights of this layout's, laid out as {@link Network#weights}, in a network to be saved. */
  public MultiLayerNetwork packed(float[] all) {
    MultiLayerNetwork network = new Saved(this).network();
    int at = 0;
    int layer = 0;
    for (long[] shape : shapes()) {
      while (network.getLayer(layer).numParams() == 0) {
        layer++;
      }
      int length = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      boolean isBias = shape.length == 1;
      INDArray to = network.getLayer(layer).paramTable().get(isBias ? "b" : "W");
      try (INDArray part = Nd4j.create(Arrays.copyOfRange(all, at, at + length), shape, 'c')) {
        // [row, column, in, out] here; [out, in, row, column] or [row * column * in, out] there
        to.assign(!isBias && to.rank() == 4 ? part.permute(3, 2, 0, 1) : part.reshape(to.shape()));
      }
      at += length;
      layer += isBias ? 1 : 0;
    }
    return network;
  }

  /**
   * What {@link #packed} packed.
   *
   * @throws IllegalArgumentException if the network is of another layout
   */
  public float[] unpacked(MultiLayerNetwork network) {
    List<long[]> shapes = shapes();
    float[] all = new float[(int) parameters()];
    int at = 0;
    int part = 0;
    for (var layer : network.getLayers()) {
      if (layer.numParams() == 0) {
        continue;
      }
      INDArray weights = layer.paramTable().get("W");
      INDArray bias = layer.paramTable().get("b");
      if (part + 2 > shapes.size() || weights == null || bias == null) {
        throw mismatch();
      }
      at = read(weights, shapes.get(part++), all, at);
      at = read(bias, shapes.get(part++), all, at);
    }
    if (part < shapes.size()) {
      throw mismatch();
    }
    return all;
  }

  /** [out, in, row, column] or [row * column * in, out] there; [row, column, in, out] here. */
  private int read(INDArray part, long[] shape, float[] all, int at) {
    INDArray turned = part.rank() == 4 ? part.permute(2, 3, 1, 0) : part;
    boolean fits =
        part.rank() == 4
            ? Arrays.equals(turned.shape(), shape)
            : part.length() == Arrays.stream(shape).reduce(1, (a, b) -> a * b)
                && part.size(part.rank() - 1) == shape[shape.length - 1];
    if (!fits) {
      throw mismatch();
    }
    try (INDArray copy = turned.dup('c')) {
      return Pass.read(copy, all, at);
    }
  }

  IllegalArgumentException mismatch() {
    return new IllegalArgumentException("its network is no " + name);
  }
}
