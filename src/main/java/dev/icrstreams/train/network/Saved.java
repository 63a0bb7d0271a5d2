package dev.icrstreams.train.network;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/** The Deeplearning4j network that a layout is saved as, without weights. */
final class Saved {
  /** What is written down for inputs of any width: Deeplearning4j wants a number. */
  private static final int NOMINAL_WIDTH_IN_ROWS = 4;

  private final Layout layout;
  private final NeuralNetConfiguration.ListBuilder layers =
      new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).updater(new NoOp()).list();

  Saved(Layout layout) {
    this.layout = layout;
  }

  MultiLayerNetwork network() {
    boolean anyWidth = layout.columns() == Layout.ANY;
    int rows = layout.rows();
    int columns = anyWidth ? NOMINAL_WIDTH_IN_ROWS * rows : layout.columns();
    InputType input = InputType.convolutional(rows, columns, layout.channels(), CNN2DFormat.NHWC);
    for (Stage stage : layout.stages()) {
      if (!anyWidth && stage.isDense(rows, columns)) {
        dense(stage);
      } else if (stage.isConvolution()) {
        convolution(stage);
      } else if (stage.kind() == Stage.Kind.DROPOUT) {
        layers.layer(new DropoutLayer.Builder(1 - stage.drop()).build());
      } else {
        pooling(stage);
      }
      rows = stage.rows(rows);
      columns = stage.columns(columns);
    }
    if (anyWidth) {
      layers.layer(
          new CnnLossLayer.Builder()
              .activation(Activation.SOFTMAX)
              .format(CNN2DFormat.NHWC)
              .build());
    }
    layers.setInputType(input);
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  private void dense(Stage stage) {
    layers.layer(
        stage.relu()
            ? new DenseLayer.Builder().nOut(stage.outputs()).activation(Activation.RELU).build()
            : new OutputLayer.Builder()
                .nOut(stage.outputs())
                .activation(Activation.SOFTMAX)
                .build());
  }

  private void convolution(Stage stage) {
    layers.layer(
        new ConvolutionLayer.Builder(stage.height(), stage.width())
            .convolutionMode(
                stage.kind() == Stage.Kind.SAME_CONVOLUTION
                    ? ConvolutionMode.Same
                    : ConvolutionMode.Truncate)
            .padding(stage.paddingRows(), stage.paddingColumns())
            .nOut(stage.outputs())
            .activation(Activation.IDENTITY)
            .dataFormat(CNN2DFormat.NHWC)
            .build());
    if (stage.relu()) {
      layers.layer(new ActivationLayer(Activation.RELU));
    }
  }

  private void pooling(Stage stage) {
    layers.layer(
        new SubsamplingLayer.Builder(PoolingType.MAX)
            .kernelSize(stage.height(), stage.width())
            .stride(stage.height(), stage.width())
            .dataFormat(CNN2DFormat.NHWC)
            .build());
  }
}
