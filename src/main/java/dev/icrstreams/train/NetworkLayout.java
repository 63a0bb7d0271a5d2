package dev.icrstreams.train;

import dev.icrstreams.classify.DigitNormaliser;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The shape of a digit network, by name.
 *
 * <p>A layout is a row of stages: {@code c3x32} is a 3 x 3 convolution to 32 channels with batch
 * norm and ReLU that keeps the size, {@code v3x32} the same without padding, {@code p} is 2 x 2
 * max-pooling, {@code d128} a dense layer of 128 with ReLU; the output layer follows by itself. All
 * is NHWC.
 *
 * <p>ReLU is a layer of its own: with the oneDNN helper and NHWC, Deeplearning4j 1.0.0-M2.1
 * computes wrong gradients for a convolution with ReLU, and leaves out an activation of batch norm.
 *
 * @param name what the layout is called
 * @param stages the stages in their order
 */
public record NetworkLayout(String name, List<String> stages) {
  /** The layout of the shipped model. */
  public static final String DEFAULT = "icr-cnn-11m";

  private static final double WEIGHT_DECAY = 1e-4;

  private static final Map<String, List<String>> KNOWN =
      Map.of(
          DEFAULT,
          List.of("c3x16", "p", "c3x32", "c3x32", "p", "c3x64", "v3x64", "v3x128", "d128"),
          "icr-cnn-1m",
          List.of("c3x8", "p", "c3x16", "p", "c3x32", "p", "d32"));

  /** Keeps a copy of the stages. */
  public NetworkLayout {
    stages = List.copyOf(stages);
  }

  /**
   * The layout of this name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  public static NetworkLayout named(String name) {
    List<String> stages = KNOWN.get(name);
    if (stages == null) {
      throw new IllegalArgumentException("No network " + name + "; there are " + names());
    }
    return new NetworkLayout(name, stages);
  }

  /** The names that there are, in alphabetical order. */
  public static List<String> names() {
    return KNOWN.keySet().stream().sorted().toList();
  }

  /** An untrained network with this many classes; the seed decides its first weights. */
  public MultiLayerNetwork build(int classes, long seed, IUpdater updater) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(DataType.FLOAT)
            .weightInit(WeightInit.RELU)
            .weightDecay(WEIGHT_DECAY)
            .updater(updater)
            .list();
    for (String stage : stages) {
      switch (stage.charAt(0)) {
        case 'c' -> convolution(layers, stage, true);
        case 'v' -> convolution(layers, stage, false);
        case 'p' -> layers.layer(pooling());
        case 'd' -> layers.layer(dense(Integer.parseInt(stage.substring(1))));
        default -> throw new IllegalArgumentException("Stage " + stage + " of " + name);
      }
    }
    layers.layer(
        new OutputLayer.Builder(LossFunction.MCXENT)
            .nOut(classes)
            .activation(Activation.SOFTMAX)
            .build());
    int size = DigitNormaliser.SIZE;
    layers.setInputType(InputType.convolutional(size, size, 1, CNN2DFormat.NHWC));
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  private static void convolution(
      NeuralNetConfiguration.ListBuilder layers, String stage, boolean padded) {
    int kernel = stage.charAt(1) - '0';
    int padding = padded ? kernel / 2 : 0;
    layers.layer(
        new ConvolutionLayer.Builder(kernel, kernel)
            .padding(padding, padding)
            .nOut(Integer.parseInt(stage.substring(stage.indexOf('x') + 1)))
            .hasBias(false)
            .activation(Activation.IDENTITY)
            .dataFormat(CNN2DFormat.NHWC)
            .build());
    layers.layer(new BatchNormalization.Builder().activation(Activation.IDENTITY).build());
    layers.layer(new ActivationLayer(Activation.RELU));
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .dataFormat(CNN2DFormat.NHWC)
        .build();
  }

  private static DenseLayer dense(int outputs) {
    return new DenseLayer.Builder().nOut(outputs).activation(Activation.RELU).build();
  }
}
