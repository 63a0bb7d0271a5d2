package dev.icrstreams.train.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** A network's operations, forward and backward, for one shape of batch. For one thread. */
final class Pass implements AutoCloseable {
  private record Step(CustomOp operation, OpContext context) {
    void run() {
      Nd4j.getExecutioner().exec(operation, context);
    }
  }

  private final List<Step> forward = new ArrayList<>();
  private final List<Step> backward = new ArrayList<>();
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
        forward.add(step("conv2d", stage.arguments(), next, current, kernel, bias));
        if (stage.relu()) {
          forward.add(relu("relu", next, next));
          back.add(relu("relu_bp", nextErrors, next, nextErrors));
        }
        INDArray kernelGradient = array(kernel.shape());
        INDArray biasGradient = array(bias.shape());
        gradients.add(kernelGradient);
        gradients.add(biasGradient);
        OpContext context = Nd4j.getExecutioner().buildContext();
        context.setInputArrays(current, kernel, bias, nextErrors);
        context.setOutputArrays(errors, kernelGradient, biasGradient);
        context.setIArguments(stage.arguments());
        back.add(new Step(DynamicCustomOp.builder("conv2d_bp").build(), context));
      } else {
        forward.add(step("maxpool2d", stage.arguments(), next, current));
        back.add(step("maxpool2d_bp", stage.arguments(), errors, current, nextErrors));
      }
      backwards.add(0, back);
      current = next;
      errors = nextErrors;
    }
    backwards.forEach(backward::addAll);
    output = current;
    outputErrors = errors;
  }

  float[] forward(float[] values) {
    input.data().asNioFloat().put(values, 0, (int) input.length());
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

  private static Step relu(String name, INDArray out, INDArray... in) {
    Step step = step(name, new long[0], out, in);
    step.context().setTArguments(0.0);
    return step;
  }

  private static Step step(String name, long[] arguments, INDArray out, INDArray... in) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(in);
    context.setOutputArrays(out);
    context.setIArguments(arguments);
    return new Step(DynamicCustomOp.builder(name).build(), context);
  }

  @Override
  public void close() {
    for (List<Step> steps : List.of(forward, backward)) {
      for (Step step : steps) {
        try {
          step.context().close();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }
    arrays.forEach(INDArray::close);
  }
}
