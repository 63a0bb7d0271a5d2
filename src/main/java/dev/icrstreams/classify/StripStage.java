package dev.icrstreams.classify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One step of a sequence network: a convolution with stride 1, or max-pooling with the window's own
 * size as stride. NHWC.
 *
 * @param kernel {@code [rows, columns, in, out]}; null for pooling
 * @param bias {@code [out]}; null for pooling
 * @param window rows and columns of the kernel or window
 * @param padding rows and columns of zeros on each side
 * @param relu whether ReLU follows
 */
record StripStage(INDArray kernel, INDArray bias, int[] window, int[] padding, boolean relu)
    implements AutoCloseable {
  /**
   * The stages of a trained network.
   *
   * @throws IOException if it has a layer of another kind
   */
  static List<StripStage> of(MultiLayerNetwork network) throws IOException {
    List<StripStage> stages = new ArrayList<>();
    for (Layer layer : network.getLayers()) {
      var conf = layer.conf().getLayer();
      if (conf instanceof ConvolutionLayer convolution
          && convolution.getCnn2dDataFormat() == CNN2DFormat.NHWC) {
        INDArray bias = layer.paramTable().get("b");
        stages.add(
            new StripStage(
                layer.paramTable().get("W").permute(2, 3, 1, 0).dup('c'),
                bias.reshape(bias.length()).dup('c'),
                convolution.getKernelSize(),
                convolution.getPadding(),
                false));
      } else if (conf instanceof ActivationLayer activation
          && activation.getActivationFn() instanceof ActivationReLU) {
        StripStage last = stages.remove(stages.size() - 1);
        stages.add(new StripStage(last.kernel, last.bias, last.window, last.padding, true));
      } else if (conf instanceof SubsamplingLayer pooling) {
        stages.add(
            new StripStage(null, null, pooling.getKernelSize(), pooling.getPadding(), false));
      } else if (!(conf instanceof CnnLossLayer || conf instanceof DropoutLayer)) {
        throw new IOException("The network has a layer that is not supported: " + conf);
      }
    }
    return stages;
  }

  boolean isPooling() {
    return kernel == null;
  }

  /** Shape of the output, for an input of this shape; {@code [n, rows, columns, channels]}. */
  long[] shape(long[] in) {
    return isPooling()
        ? new long[] {in[0], in[1] / window[0], in[2] / window[1], in[3]}
        : new long[] {
          in[0],
          in[1] + 2L * padding[0] - window[0] + 1,
          in[2] + 2L * padding[1] - window[1] + 1,
          bias.length()
        };
  }

  /** Window, stride, padding and dilation as ND4J's operations want them. */
  long[] arguments() {
    return isPooling()
        ? new long[] {window[0], window[1], window[0], window[1], 0, 0, 1, 1, 0, 0, 1}
        : new long[] {window[0], window[1], 1, 1, padding[0], padding[1], 1, 1, 0, 1, 0};
  }

  @Override
  public void close() {
    if (!isPooling()) {
      kernel.close();
      bias.close();
    }
  }
}
