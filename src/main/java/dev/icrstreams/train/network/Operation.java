package dev.icrstreams.train.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** One of ND4J's operations. */
record Operation(CustomOp operation, OpContext context) implements Step {
  static Operation of(String name, long[] arguments, INDArray out, INDArray... in) {
    return of(name, arguments, List.of(out), in);
  }

  static Operation of(String name, long[] arguments, List<INDArray> out, INDArray... in) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArrays(in);
    context.setOutputArrays(out.toArray(INDArray[]::new));
    context.setIArguments(arguments);
    return new Operation(DynamicCustomOp.builder(name).build(), context);
  }

  static Operation relu(String name, INDArray out, INDArray... in) {
    Operation relu = of(name, new long[0], out, in);
    relu.context.setTArguments(0.0);
    return relu;
  }

  @Override
  public void run() {
    Nd4j.getExecutioner().exec(operation, context);
  }

  @Override
  public void close() {
    try {
      context.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
