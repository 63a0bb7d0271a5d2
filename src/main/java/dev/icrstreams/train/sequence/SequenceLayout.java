package dev.icrstreams.train.sequence;

import dev.icrstreams.field.Strip;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The shape of a sequence network: convolutions and poolings in their order, over strips whose 2 x
 * 2 blocks of pixels are laid out as four channels. Its last stage has a column of classes for
 * every {@link Strip#STRIDE} pixels.
 *
 * @param name what the layout is called
 * @param stages from input to output
 */
record SequenceLayout(String name, List<Stage> stages) {
  /** Ten digits and the blank between them. */
  static final int CLASSES = 11;

  /** Rows, and channels, of the input. */
  static final int ROWS = Strip.HEIGHT / 2;

  static final int CHANNELS = 4;

  /** The layout of the shipped model. */
  static final SequenceLayout SHIPPED =
      new SequenceLayout(
          "icr-sequence",
          List.of(
              Stage.same(3, 32),
              Stage.same(3, 32),
              Stage.pool(2, 2),
              Stage.same(3, 64),
              Stage.same(3, 64),
              Stage.pool(2, 1),
              Stage.same(3, 96),
              Stage.pool(2, 1),
              Stage.same(3, 128),
              new Stage(Kind.CONVOLUTION, 2, 3, 0, 160, true),
              new Stage(Kind.CONVOLUTION, 1, 5, 0, 160, true),
              new Stage(Kind.CONVOLUTION, 1, 1, 0, CLASSES, false)));

  enum Kind {
    CONVOLUTION,
    MAX_POOLING
  }

  /**
   * A convolution (stride 1, as wide as its input) or a max-pooling (stride as its window).
   *
   * @param height rows of the kernel or window
   * @param width columns of it
   * @param paddingRows rows of zeros above and below
   * @param outputs channels; 0 for pooling
   * @param relu whether ReLU follows
   */
  record Stage(Kind kind, int height, int width, int paddingRows, int outputs, boolean relu) {
    static Stage same(int size, int outputs) {
      return new Stage(Kind.CONVOLUTION, size, size, size / 2, outputs, true);
    }

    static Stage pool(int height, int width) {
      return new Stage(Kind.MAX_POOLING, height, width, 0, 0, false);
    }

    int paddingColumns() {
      return width / 2;
    }

    /** Rows after it. */
    int rows(int before) {
      return kind == Kind.CONVOLUTION ? before + 2 * paddingRows - height + 1 : before / height;
    }

    /** Columns after it. */
    int columns(int before) {
      return kind == Kind.CONVOLUTION ? before : before / width;
    }

    int channels(int before) {
      return kind == Kind.CONVOLUTION ? outputs : before;
    }
  }

  /** An untrained network of this shape, to be filled with weights and saved. */
  MultiLayerNetwork build() {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).updater(new NoOp()).list();
    for (Stage stage : stages) {
      if (stage.kind() == Kind.MAX_POOLING) {
        layers.layer(
            new SubsamplingLayer.Builder(PoolingType.MAX)
                .kernelSize(stage.height(), stage.width())
                .stride(stage.height(), stage.width())
                .dataFormat(CNN2DFormat.NHWC)
                .build());
      } else {
        layers.layer(
            new ConvolutionLayer.Builder(stage.height(), stage.width())
                .padding(stage.paddingRows(), stage.paddingColumns())
                .nOut(stage.outputs())
                .activation(Activation.IDENTITY)
                .dataFormat(CNN2DFormat.NHWC)
                .build());
        if (stage.relu()) {
          layers.layer(new ActivationLayer(Activation.RELU));
        }
      }
    }
    layers.layer(
        new CnnLossLayer.Builder().activation(Activation.SOFTMAX).format(CNN2DFormat.NHWC).build());
    layers.setInputType(
        InputType.convolutional(ROWS, Strip.HEIGHT * 2, CHANNELS, CNN2DFormat.NHWC));
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  /** Millions of operations for one column of output; a multiply-add is two. */
  double megaflopPerColumn() {
    double flop = 0;
    int rows = ROWS;
    int channels = CHANNELS;
    int perColumn = 2;
    for (Stage stage : stages) {
      rows = stage.rows(rows);
      if (stage.kind() == Kind.CONVOLUTION) {
        flop +=
            2.0 * rows * perColumn * stage.height() * stage.width() * channels * stage.outputs();
      } else {
        perColumn /= stage.width();
      }
      channels = stage.channels(channels);
    }
    return flop / 1e6;
  }
}
