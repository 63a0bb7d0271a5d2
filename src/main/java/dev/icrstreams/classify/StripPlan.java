package dev.icrstreams.classify;

import dev.icrstreams.field.Strip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A sequence network's operations for one number and width of strips, their contexts made once. The
 * stages write to two buffers in turn, which all plans share. For one thread.
 */
final class StripPlan implements AutoCloseable {
  private final List<CustomOp> operations = new ArrayList<>();
  private final List<OpContext> contexts = new ArrayList<>();
  private final INDArray first;
  private final INDArray last;
  private final float[] input;
  private final float[] logits;
  private final int width;

  /**
   * @param n strips in the batch
   * @param pixels their width
   * @param buffers two, each of at least {@link #largest} numbers
   */
  StripPlan(List<StripStage> stages, int n, int pixels, List<INDArray> buffers) {
    width = pixels / Strip.BLOCK;
    long[] shape = inputShape(n, pixels);
    first = view(buffers.get(0), shape);
    INDArray current = first;
    for (int i = 0; i < stages.size(); i++) {
      StripStage stage = stages.get(i);
      shape = stage.shape(shape);
      INDArray next = view(buffers.get((i + 1) % 2), shape);
      if (stage.isPooling()) {
        add("maxpool2d", next, current).setIArguments(stage.arguments());
      } else {
        add("conv2d", next, current, stage.kernel(), stage.bias()).setIArguments(stage.arguments());
      }
      if (stage.relu()) {
        add("relu", next, next).setTArguments(0.0);
      }
      current = next;
    }
    last = current;
    input = new float[(int) first.length()];
    logits = new float[(int) last.length()];
  }

  /** How many numbers the largest array of such a plan holds. */
  static long largest(List<StripStage> stages, int n, int pixels) {
    long[] shape = inputShape(n, pixels);
    long largest = ArrayUtil.prodLong(shape);
    for (StripStage stage : stages) {
      shape = stage.shape(shape);
      largest = Math.max(largest, ArrayUtil.prodLong(shape));
    }
    return largest;
  }

  private static long[] inputShape(int n, int pixels) {
    return new long[] {
      n, Strip.HEIGHT / Strip.BLOCK, pixels / Strip.BLOCK, Strip.BLOCK * Strip.BLOCK
    };
  }

  private static INDArray view(INDArray buffer, long... shape) {
    return buffer.get(NDArrayIndex.interval(0, ArrayUtil.prodLong(shape))).reshape('c', shape);
  }

  /** Logits: {@code [n, 1, columns, classes]}; the strips are not wider than the plan. */
  float[] run(List<Strip> strips) {
    Arrays.fill(input, 0);
    int each = input.length / strips.size();
    for (int i = 0; i < strips.size(); i++) {
      strips.get(i).layOut(input, i * each, width);
    }
    first.data().asNioFloat().put(input);
    for (int i = 0; i < operations.size(); i++) {
      Nd4j.getExecutioner().exec(operations.get(i), contexts.get(i));
    }
    last.data().asNioFloat().get(logits);
    return logits;
  }

  private OpContext add(String name, INDArray output, INDArray... inputs) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(inputs);
    context.setOutputArrays(output);
    operations.add(DynamicCustomOp.builder(name).build());
    contexts.add(context);
    return context;
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
