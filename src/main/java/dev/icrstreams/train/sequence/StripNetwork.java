package dev.icrstreams.train.sequence;

import dev.icrstreams.train.sequence.SequenceLayout.Kind;
import dev.icrstreams.train.sequence.SequenceLayout.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A sequence network in training: ND4J's own operations forward and backward, since they are
 * several times as fast as Deeplearning4j's layers. Its weights lie in plain arrays, a convolution
 * after the other, kernel {@code [rows, columns, in, out]} first, then bias. For one thread.
 */
final class StripNetwork implements AutoCloseable {
  private final SequenceLayout layout;
  private final List<INDArray> kernels = new ArrayList<>();
  private final List<INDArray> biases = new ArrayList<>();
  private final Map<Long, StripPass> passes = new HashMap<>();
  private final int size;

  /** A network with random weights after K. He et al., 2015; the last stage begins at zero. */
  StripNetwork(SequenceLayout layout, long seed) {
    this.layout = layout;
    SplittableRandom random = new SplittableRandom(seed);
    int channels = SequenceLayout.CHANNELS;
    int count = 0;
    for (Stage stage : layout.stages()) {
      if (stage.kind() == Kind.CONVOLUTION) {
        int fanIn = stage.height() * stage.width() * channels;
        float[] kernel = new float[fanIn * stage.outputs()];
        double deviation = stage.relu() ? Math.sqrt(2.0 / fanIn) : 0;
        for (int i = 0; i < kernel.length; i++) {
          kernel[i] = (float) (deviation * gaussian(random));
        }
        long[] shape = {stage.height(), stage.width(), channels, stage.outputs()};
        kernels.add(Nd4j.create(kernel, shape, 'c'));
        biases.add(Nd4j.zeros(DataType.FLOAT, stage.outputs()));
        count += kernel.length + stage.outputs();
      }
      channels = stage.channels(channels);
    }
    size = count;
  }

  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** How many weights. */
  int size() {
    return size;
  }

  /**
   * Logits of a batch.
   *
   * @param input {@code [n, 16, width, 4]}, strips as {@link StripBatch} lays them out
   * @param width columns of the input, twice those of the output
   * @return {@code [n, width / 2, classes]}
   */
  float[] forward(float[] input, int n, int width) {
    return pass(n, width).forward(input);
  }

  /**
   * Gradients of all weights after {@link #forward} with the same shape.
   *
   * @param errors the loss's derivative by each logit
   * @param gradients is given the derivative by each weight
   */
  void backward(float[] errors, int n, int width, float[] gradients) {
    pass(n, width).backward(errors, gradients);
  }

  private StripPass pass(int n, int width) {
    return passes.computeIfAbsent(
        (long) n << 32 | width, key -> new StripPass(layout, kernels, biases, n, width));
  }

  /** A copy of all weights. */
  float[] weights() {
    float[] all = new float[size];
    int at = 0;
    for (int i = 0; i < kernels.size(); i++) {
      at = StripPass.read(kernels.get(i), all, at);
      at = StripPass.read(biases.get(i), all, at);
    }
    return all;
  }

  /** Replaces all weights. */
  void setWeights(float[] all) {
    int at = 0;
    for (int i = 0; i < kernels.size(); i++) {
      for (INDArray part : List.of(kernels.get(i), biases.get(i))) {
        part.data().asNioFloat().put(all, at, (int) part.length());
        at += (int) part.length();
      }
    }
  }

  /** Weights of this layout's, laid out as {@link #weights}, in a network that can be saved. */
  static MultiLayerNetwork packed(SequenceLayout layout, float[] all) {
    MultiLayerNetwork network = layout.build();
    int at = 0;
    int channels = SequenceLayout.CHANNELS;
    int layer = 0;
    for (Stage stage : layout.stages()) {
      if (stage.kind() == Kind.CONVOLUTION) {
        while (!(network.getLayer(layer) instanceof ConvolutionLayer)) {
          layer++;
        }
        int length = stage.height() * stage.width() * channels * stage.outputs();
        long[] shape = {stage.height(), stage.width(), channels, stage.outputs()};
        INDArray kernel = Nd4j.create(Arrays.copyOfRange(all, at, at + length), shape, 'c');
        at += length;
        network.getLayer(layer).paramTable().get("W").assign(kernel.permute(3, 2, 0, 1));
        INDArray bias = network.getLayer(layer).paramTable().get("b");
        float[] values = Arrays.copyOfRange(all, at, at + stage.outputs());
        bias.assign(Nd4j.create(values).reshape(bias.shape()));
        at += stage.outputs();
        layer++;
      }
      channels = stage.channels(channels);
    }
    return network;
  }

  /**
   * What {@link #packed} packed.
   *
   * @throws IllegalArgumentException if the network is of another layout
   */
  static float[] unpacked(SequenceLayout layout, MultiLayerNetwork network) {
    List<INDArray> parts = new ArrayList<>();
    for (var layer : network.getLayers()) {
      if (layer instanceof ConvolutionLayer && layer.paramTable().containsKey("b")) {
        parts.add(layer.paramTable().get("W").permute(2, 3, 1, 0));
        parts.add(layer.paramTable().get("b").ravel());
      } else if (layer.numParams() > 0) {
        throw mismatch(layout);
      }
    }
    List<long[]> shapes = shapes(layout);
    if (parts.size() != shapes.size()) {
      throw mismatch(layout);
    }
    float[] all = new float[(int) network.numParams()];
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (!Arrays.equals(parts.get(i).shape(), shapes.get(i))) {
        throw mismatch(layout);
      }
      try (INDArray part = parts.get(i).dup('c')) {
        at = StripPass.read(part, all, at);
      }
    }
    return all;
  }

  private static List<long[]> shapes(SequenceLayout layout) {
    List<long[]> shapes = new ArrayList<>();
    int channels = SequenceLayout.CHANNELS;
    for (Stage stage : layout.stages()) {
      if (stage.kind() == Kind.CONVOLUTION) {
        shapes.add(new long[] {stage.height(), stage.width(), channels, stage.outputs()});
        shapes.add(new long[] {stage.outputs()});
      }
      channels = stage.channels(channels);
    }
    return shapes;
  }

  private static IllegalArgumentException mismatch(SequenceLayout layout) {
    return new IllegalArgumentException("its network is no " + layout.name());
  }

  @Override
  public void close() {
    passes.values().forEach(StripPass::close);
    kernels.forEach(INDArray::close);
    biases.forEach(INDArray::close);
  }
}
