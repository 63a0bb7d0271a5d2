package dev.icrstreams.classify;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network's operations for one batch size, their contexts and arrays made once: a run allocates
 * nothing. The arrays are the first rows of buffers that all batch sizes share. For one thread.
 */
final class BatchPlan implements AutoCloseable {
  private static final int SAME_DILATION = 1;
  private static final int EXPLICIT_PADDING = 0;
  private static final int NHWC = 1;
  private static final int WEIGHTS_YXIO = 0;

  private final List<CustomOp> operations = new ArrayList<>();
  private final List<OpContext> contexts = new ArrayList<>();

  /**
   * @param n digits in the batch
   * @param input {@code [at least n, 28, 28, 1]}
   * @param outputs one array a stage, {@code [at least n, ...]}
   */
  BatchPlan(List<FoldedLayer> stages, int n, INDArray input, List<INDArray> outputs) {
    INDArray current = rows(input, n);
    for (int i = 0; i < stages.size(); i++) {
      FoldedLayer stage = stages.get(i);
      INDArray output = rows(outputs.get(i), n);
      if (stage instanceof FoldedLayer.Convolution convolution) {
        add(convolution, current, output);
      } else if (stage instanceof FoldedLayer.MaxPooling pooling) {
        add(pooling, current, output);
      } else if (stage instanceof FoldedLayer.Dense dense) {
        INDArray flat = current.reshape(n, dense.weights().size(0));
        add("xw_plus_b", output, flat, dense.weights(), dense.bias());
      }
      if (stage.relu()) {
        add("relu", output, output).setTArguments(0.0);
      }
      current = output;
    }
  }

  /** Runs all stages on what the input buffer holds. */
  void run() {
    for (int i = 0; i < operations.size(); i++) {
      Nd4j.getExecutioner().exec(operations.get(i), contexts.get(i));
    }
  }

  private void add(FoldedLayer.Convolution stage, INDArray input, INDArray output) {
    int kernel = stage.kernel();
    add("conv2d", output, input, stage.weights(), stage.bias())
        .setIArguments(
            kernel,
            kernel,
            stage.stride(),
            stage.stride(),
            stage.padding(),
            stage.padding(),
            SAME_DILATION,
            SAME_DILATION,
            EXPLICIT_PADDING,
            NHWC,
            WEIGHTS_YXIO);
  }

  private void add(FoldedLayer.MaxPooling stage, INDArray input, INDArray output) {
    int kernel = stage.kernel();
    int stride = stage.stride();
    add("maxpool2d", output, input)
        .setIArguments(
            kernel,
            kernel,
            stride,
            stride,
            0,
            0,
            SAME_DILATION,
            SAME_DILATION,
            EXPLICIT_PADDING,
            0,
            NHWC);
  }

  private OpContext add(String name, INDArray output, INDArray... inputs) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(inputs);
    context.setOutputArrays(output);
    operations.add(DynamicCustomOp.builder(name).build());
    contexts.add(context);
    return context;
  }

  private static INDArray rows(INDArray buffer, int n) {
    INDArrayIndex[] all = NDArrayIndex.allFor(buffer);
    all[0] = NDArrayIndex.interval(0, n);
    return buffer.get(all);
  }

  @Override
  public void close() {
    for (OpContext context : contexts) {
      try {
        context.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
