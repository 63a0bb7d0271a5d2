package dev.icrstreams.train.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network's operations, forward and backward, for one shape of batch. For one thread. */
final class Pass implements AutoCloseable {
  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();
  private final List<Dropout> dropouts = new ArrayList<>();
  private final List<INDArray> arrays = new ArrayList<>();
  private final List<INDArray> gradients = new ArrayList<>();
  private final INDArray input;
  private final INDArray output;
  private final INDArray outputErrors;

  Pass(Layout layout, List<INDArray> kernels, List<INDArray> biases, int n, int width) {
    int rows = layout.rows();
    int columns = width;
    int channels = layout.channels();
    input = array(n, rows, columns, channels);
    INDArray current = input;
    INDArray errors = array(n, rows, columns, channels);
    List<List<Step>> backwards = new ArrayList<>();
    int convolution = 0;
    for (Stage stage : layout.stages()) {
      if (stage.kind() == Stage.Kind.DROPOUT) {
        // in place: no operation before it asks again for the values that it changes
        Dropout dropout = new Dropout(stage.drop(), current, errors);
        dropouts.add(dropout);
        forward.add(dropout.forward());
        backwards.add(0, List.of(dropout.backward()));
        continue;
      }
      rows = stage.rows(rows);
      columns = stage.columns(columns);
      channels = stage.channels(channels);
      INDArray next = array(n, rows, columns, channels);
      INDArray nextErrors = array(n, rows, columns, channels);
      List<Step> back = new ArrayList<>();
      if (stage.isConvolution()) {
        INDArray kernel = kernels.get(convolution);
        INDArray bias = biases.get(convolution);
        convolution++;
        forward.add(Operation.of("conv2d", stage.arguments(), next, current, kernel, bias));
        if (stage.relu()) {
          forward.add(Operation.relu("relu", next, next));
          back.add(Operation.relu("relu_bp", nextErrors, next, nextErrors));
        }
        INDArray kernelGradient = array(kernel.shape());
        INDArray biasGradient = array(bias.shape());
        gradients.add(kernelGradient);
        gradients.add(biasGradient);
        back.add(
            Operation.of(
                "conv2d_bp",
                stage.arguments(),
                List.of(errors, kernelGradient, biasGradient),
                current,
                kernel,
                bias,
                nextErrors));
      } else {
        forward.add(Operation.of("maxpool2d", stage.arguments(), next, current));
        back.add(Operation.of("maxpool2d_bp", stage.arguments(), errors, current, nextErrors));
      }
      backwards.add(0, back);
      current = next;
      errors = nextErrors;
    }
    backwards.forEach(backward::addAll);
    output = current;
    outputErrors = errors;
  }

  /**
   * Logits of a batch.
   *
   * @param random decides what is dropped; null to drop nothing
   */
  float[] forward(float[] values, SplittableRandom random) {
    input.data().asNioFloat().put(values, 0, (int) input.length());
    dropouts.forEach(dropout -> dropout.draw(random));
    forward.forEach(Step::run);
    float[] logits = new float[(int) output.length()];
    read(output, logits, 0);
    return logits;
  }

  void backward(float[] errors, float[] all) {
    outputErrors.data().asNioFloat().put(errors, 0, (int) outputErrors.length());
    backward.forEach(Step::run);
    int at = 0;
    for (INDArray gradient : gradients) {
      at = read(gradient, all, at);
    }
  }

  /** Copies an array's numbers to {@code into} from {@code at} on. */
  static int read(INDArray array, float[] into, int at) {
    array.data().asNioFloat().get(into, at, (int) array.length());
    return at + (int) array.length();
  }

  private INDArray array(long... shape) {
    INDArray array = Nd4j.create(DataType.FLOAT, shape);
    arrays.add(array);
    return array;
  }

  @Override
  public void close() {
    forward.forEach(Step::close);
    backward.forEach(Step::close);
    arrays.forEach(INDArray::close);
  }
}
