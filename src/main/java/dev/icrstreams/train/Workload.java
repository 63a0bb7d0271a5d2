package dev.icrstreams.train;

import dev.icrstreams.classify.DigitNormaliser;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** How much a network computes. */
final class Workload {
  private Workload() {}

  /**
   * Millions of operations for one digit in convolutions and dense layers; a multiply-add is two.
   */
  static double megaflop(MultiLayerNetwork network) {
    double flop = 0;
    int size = DigitNormaliser.SIZE;
    for (org.deeplearning4j.nn.api.Layer each : network.getLayers()) {
      Layer layer = each.conf().getLayer();
      if (layer instanceof ConvolutionLayer conv) {
        int kernel = conv.getKernelSize()[0];
        size = (size + 2 * conv.getPadding()[0] - kernel) / conv.getStride()[0] + 1;
        flop += 2.0 * size * size * conv.getNOut() * kernel * kernel * conv.getNIn();
      } else if (layer instanceof org.deeplearning4j.nn.conf.layers.SubsamplingLayer pool) {
        size /= pool.getStride()[0];
      } else if (layer instanceof FeedForwardLayer dense
          && !(layer instanceof org.deeplearning4j.nn.conf.layers.BatchNormalization)) {
        flop += 2.0 * dense.getNIn() * dense.getNOut();
      }
    }
    return Math.round(flop / 1e4) / 100.0;
  }
}
