package dev.icrstreams.classify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A trained network as a plain list of stages, softmax left out. Batch norm after a convolution is
 * a fixed factor and shift a channel once training is over, so both go into the kernels and biases.
 */
final class FoldedNetwork implements AutoCloseable {
  private final List<FoldedLayer> stages = new ArrayList<>();
  private int size = DigitNormaliser.SIZE;
  private long channels;
  private int inputChannels;

  private FoldedNetwork() {}

  /**
   * Folds a network of convolutions (NHWC), batch norms after them, ReLU, max-pooling, dense layers
   * and an output layer.
   *
   * @throws IOException if it has a layer of another kind
   */
  static FoldedNetwork of(MultiLayerNetwork network) throws IOException {
    FoldedNetwork folded = new FoldedNetwork();
    for (Layer layer : network.getLayers()) {
      folded.add(layer);
    }
    return folded;
  }

  private void add(Layer layer) throws IOException {
    var conf = layer.conf().getLayer();
    if (conf instanceof ConvolutionLayer convolution
        && convolution.getCnn2dDataFormat() == CNN2DFormat.NHWC) {
      convolution(layer, convolution);
    } else if (conf instanceof BatchNormalization norm) {
      foldIntoLast(layer.paramTable(), norm.getEps());
    } else if (conf instanceof ActivationLayer activation) {
      activate(activation.getActivationFn());
    } else if (conf instanceof SubsamplingLayer pooling) {
      pooling(pooling);
    } else if (conf instanceof DenseLayer dense) {
      dense(layer);
      activate(dense.getActivationFn());
    } else if (conf instanceof OutputLayer) {
      dense(layer);
    } else if (!(conf instanceof DropoutLayer)) { // which drops nothing once training is over
      throw new IOException("The network has a layer that is not supported: " + conf);
    }
  }

  /** Channels of what the first convolution reads. */
  int inputChannels() {
    return inputChannels;
  }

  List<FoldedLayer> stages() {
    return stages;
  }

  private void convolution(Layer layer, ConvolutionLayer conf) throws IOException {
    // [out, in, row, column] as trained, [row, column, in, out] as the operation wants it
    INDArray weights = layer.paramTable().get("W").permute(2, 3, 1, 0).dup('c');
    INDArray trained = layer.paramTable().get("b");
    INDArray bias =
        trained == null ? Nd4j.zeros(DataType.FLOAT, conf.getNOut()) : flat(trained).dup('c');
    if (stages.isEmpty()) {
      inputChannels = (int) conf.getNIn();
    }
    if (conf.getConvolutionMode() == ConvolutionMode.Same) {
      throw new IOException("The network has a convolution of mode Same, which is not supported");
    }
    int stride = conf.getStride()[0];
    int padding = conf.getPadding()[0];
    size = (size + 2 * padding - conf.getKernelSize()[0]) / stride + 1;
    channels = conf.getNOut();
    stages.add(new FoldedLayer.Convolution(weights, bias, stride, padding, size, false));
    activate(conf.getActivationFn());
  }

  /** The activation of a batch norm layer is left out, as Deeplearning4j leaves it out. */
  private void foldIntoLast(Map<String, INDArray> norm, double epsilon) throws IOException {
    if (!(last() instanceof FoldedLayer.Convolution convolution) || convolution.relu()) {
      throw new IOException("The network has a batch norm that does not follow a convolution");
    }
    INDArray deviation = Transforms.sqrt(variance(norm).addi(epsilon), false);
    INDArray scale = flat(norm.get("gamma")).div(deviation);
    INDArray weights = convolution.weights();
    weights.muli(scale.reshape(1, 1, 1, scale.length()).broadcast(weights.shape()));
    convolution.bias().subi(flat(norm.get("mean"))).muli(scale).addi(flat(norm.get("beta")));
  }

  private void activate(IActivation activation) throws IOException {
    if (activation instanceof ActivationReLU) {
      stages.set(stages.size() - 1, last().withRelu());
    } else if (!(activation instanceof ActivationIdentity)) {
      throw new IOException("The network has an activation that is not supported: " + activation);
    }
  }

  private FoldedLayer last() {
    return stages.get(stages.size() - 1);
  }

  private void pooling(SubsamplingLayer conf) {
    int kernel = conf.getKernelSize()[0];
    int stride = conf.getStride()[0];
    size = (size - kernel) / stride + 1;
    stages.add(new FoldedLayer.MaxPooling(kernel, stride, size, channels, false));
  }

  private void dense(Layer layer) {
    INDArray weights = layer.paramTable().get("W").dup('c');
    stages.add(new FoldedLayer.Dense(weights, flat(layer.paramTable().get("b")).dup('c'), false));
  }

  /** Kept as it is or as log10 of its root, as the layer is configured. */
  private static INDArray variance(Map<String, INDArray> statistics) {
    INDArray logStd = statistics.get("log10stdev");
    return logStd == null
        ? flat(statistics.get("var")).dup()
        : Transforms.exp(flat(logStd).mul(2 * Math.log(10)), false);
  }

  private static INDArray flat(INDArray row) {
    return row.reshape(row.length());
  }

  @Override
  public void close() {
    for (FoldedLayer stage : stages) {
      if (stage instanceof FoldedLayer.Convolution convolution) {
        convolution.weights().close();
        convolution.bias().close();
      } else if (stage instanceof FoldedLayer.Dense dense) {
        dense.weights().close();
        dense.bias().close();
      }
    }
  }
}
