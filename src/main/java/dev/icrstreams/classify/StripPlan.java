package dev.icrstreams.classify;

import dev.icrstreams.field.Strip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** A sequence network's operations and arrays for one number and width of strips, made once. */
final class StripPlan implements AutoCloseable {
  private final List<CustomOp> operations = new ArrayList<>();
  private final List<OpContext> contexts = new ArrayList<>();
  private final List<INDArray> arrays = new ArrayList<>();
  private final float[] input;
  private final int width;

  StripPlan(List<StripStage> stages, int n, int pixels) {
    width = pixels / Strip.BLOCK;
    long[] shape = {n, Strip.HEIGHT / Strip.BLOCK, width, Strip.BLOCK * Strip.BLOCK};
    INDArray current = array(shape);
    input = new float[(int) current.length()];
    for (StripStage stage : stages) {
      shape = stage.shape(shape);
      INDArray next = array(shape);
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
  }

  /** Logits: {@code [n, 1, columns, classes]}; the strips are not wider than the plan. */
  float[] run(List<Strip> strips) {
    Arrays.fill(input, 0);
    int each = input.length / strips.size();
    for (int i = 0; i < strips.size(); i++) {
      strips.get(i).layOut(input, i * each, width);
    }
    arrays.get(0).data().asNioFloat().put(input);
    for (int i = 0; i < operations.size(); i++) {
      Nd4j.getExecutioner().exec(operations.get(i), contexts.get(i));
    }
    INDArray output = arrays.get(arrays.size() - 1);
    float[] logits = new float[(int) output.length()];
    output.data().asNioFloat().get(logits);
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

  private INDArray array(long... shape) {
    INDArray array = Nd4j.create(DataType.FLOAT, shape);
    arrays.add(array);
    return array;
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
    arrays.forEach(INDArray::close);
  }
}
