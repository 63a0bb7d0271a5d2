package dev.icrstreams.train.network;

import dev.icrstreams.classify.FastPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network in training: ND4J's own operations forward and backward, since they are several times
 * as fast as Deeplearning4j's layers. Its weights lie in plain arrays, a convolution after the
 * other, kernel {@code [rows, columns, in, out]} first, then bias. For one thread.
 */
public final class Network implements AutoCloseable {
  private final Layout layout;
  private final List<INDArray> kernels = new ArrayList<>();
  private final List<INDArray> biases = new ArrayList<>();
  private final Map<Long, Pass> passes = new HashMap<>();
  private final int size;

  /** A network with random weights after K. He et al., 2015; the last stage begins at zero. */
  public Network(Layout layout, long seed) {
    this.layout = layout;
    FastPath.active();
    SplittableRandom random = new SplittableRandom(seed);
    int channels = layout.channels();
    int count = 0;
    for (Stage stage : layout.stages()) {
      if (stage.isConvolution()) {
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
  public int size() {
    return size;
  }

  /**
   * Logits of a batch.
   *
   * @param input {@code [n, rows, columns, channels]}
   * @param columns of the input
   * @return {@code [n, rows, columns, classes]}, rows and columns those of the output
   */
  public float[] forward(float[] input, int n, int columns) {
    return pass(n, columns).forward(input, null);
  }

  /** The same while training, when dropout drops what these random numbers say. */
  float[] forward(float[] input, int n, int columns, SplittableRandom random) {
    return pass(n, columns).forward(input, random);
  }

  /**
   * Gradients of all weights after {@link #forward} with the same shape.
   *
   * @param errors the loss's derivative by each logit
   * @param gradients is given the derivative by each weight
   */
  public void backward(float[] errors, int n, int columns, float[] gradients) {
    pass(n, columns).backward(errors, gradients);
  }

  private Pass pass(int n, int columns) {
    return passes.computeIfAbsent(
        (long) n << 32 | columns, key -> new Pass(layout, kernels, biases, n, columns));
  }

  /** A copy of all weights. */
  public float[] weights() {
    float[] all = new float[size];
    int at = 0;
    for (int i = 0; i < kernels.size(); i++) {
      at = Pass.read(kernels.get(i), all, at);
      at = Pass.read(biases.get(i), all, at);
    }
    return all;
  }

  /** Replaces all weights. */
  public void setWeights(float[] all) {
    int at = 0;
    for (int i = 0; i < kernels.size(); i++) {
      for (INDArray part : List.of(kernels.get(i), biases.get(i))) {
        part.data().asNioFloat().put(all, at, (int) part.length());
        at += (int) part.length();
      }
    }
  }

  @Override
  public void close() {
    passes.values().forEach(Pass::close);
    kernels.forEach(INDArray::close);
    biases.forEach(INDArray::close);
  }
}
