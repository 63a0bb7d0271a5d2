package dev.icrstreams.classify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.protobuf.ByteString;

/**
 * Writes a folded network as an ONNX model, with the protobuf classes that ND4J carries: Conv,
 * Relu, MaxPool, Gemm and Softmax, from {@code [n, 1, 28, 28]} to {@code [n, classes]}.
 */
final class OnnxModel {
  static final String INPUT = "pixels";
  static final String OUTPUT = "probabilities";

  private static final int FLOAT = 1;
  private static final int IR_VERSION = 8;
  private static final int OPERATOR_SET = 13;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("icr-digits");
  private String current = INPUT;
  private int values;
  private boolean spatial = true;

  private OnnxModel() {}

  /** The model's bytes for batches of {@code n}. */
  static byte[] write(List<FoldedLayer> stages, int n, int classes) {
    OnnxModel model = new OnnxModel();
    model.graph.addInput(
        value(INPUT, n, InputEncoder.CHANNELS, DigitNormaliser.SIZE, DigitNormaliser.SIZE));
    stages.forEach(model::add);
    model.graph.addNode(model.node("Softmax").addAttribute(integer("axis", 1)));
    model.graph.addNode(model.node("Identity").setOutput(0, OUTPUT));
    model.graph.addOutput(value(OUTPUT, n, classes));
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
        .setGraph(model.graph)
        .build()
        .toByteArray();
  }

  private void add(FoldedLayer stage) {
    if (stage instanceof FoldedLayer.Convolution convolution) {
      graph.addNode(convolution(convolution));
    } else if (stage instanceof FoldedLayer.MaxPooling pooling) {
      graph.addNode(
          node("MaxPool")
              .addAttribute(integers("kernel_shape", pooling.kernel(), pooling.kernel()))
              .addAttribute(integers("strides", pooling.stride(), pooling.stride())));
    } else if (stage instanceof FoldedLayer.Dense dense) {
      flatten();
      String weights = tensor(dense.weights());
      graph.addNode(node("Gemm").addInput(weights).addInput(tensor(dense.bias())));
    }
    if (stage.relu()) {
      graph.addNode(node("Relu"));
    }
  }

  private NodeProto.Builder convolution(FoldedLayer.Convolution stage) {
    int padding = stage.padding();
    String weights = tensor(stage.weights().permute(3, 2, 0, 1));
    return node("Conv")
        .addInput(weights)
        .addInput(tensor(stage.bias()))
        .addAttribute(integers("kernel_shape", stage.kernel(), stage.kernel()))
        .addAttribute(integers("strides", stage.stride(), stage.stride()))
        .addAttribute(integers("pads", padding, padding, padding, padding));
  }

  /** Into the order row, column, channel, which the dense weights are in. */
  private void flatten() {
    if (spatial) {
      graph.addNode(node("Transpose").addAttribute(integers("perm", 0, 2, 3, 1)));
      graph.addNode(node("Flatten"));
      spatial = false;
    }
  }

  /** A node that takes the last value; its output becomes the last value. */
  private NodeProto.Builder node(String operation) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operation).addInput(current);
    current = "value" + values++;
    return node.addOutput(current);
  }

  private String tensor(INDArray array) {
    String name = "weights" + values++;
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    for (long size : array.shape()) {
      tensor.addDims(size);
    }
    ByteBuffer raw = ByteBuffer.allocate(Math.toIntExact(array.length() * Float.BYTES));
    raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(array.dup('c').data().asFloat());
    graph.addInitializer(tensor.setRawData(ByteString.copyFrom(raw)));
    return name;
  }

  private static AttributeProto integer(String name, long number) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(number)
        .build();
  }

  private static AttributeProto integers(String name, long... numbers) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long number : numbers) {
      attribute.addInts(number);
    }
    return attribute.build();
  }

  private static ValueInfoProto value(String name, long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
