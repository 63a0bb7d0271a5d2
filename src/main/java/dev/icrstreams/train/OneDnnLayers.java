package dev.icrstreams.train;

import java.util.Arrays;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deeplearning4j's oneDNN layer helpers: off by default, and off without a word. */
final class OneDnnLayers {
  private static final Logger LOG = LoggerFactory.getLogger(OneDnnLayers.class);
  private static final String DISABLE = "org.eclipse.deeplearning4j.helpers.disable";

  private OneDnnLayers() {}

  /** Asks for the helpers; to be called before any layer is made. */
  static void enable() {
    if (System.getProperty(DISABLE) == null) {
      System.setProperty(DISABLE, "false");
    }
  }

  /** Whether every convolution of the network has its helper; warns if not. */
  static boolean check(MultiLayerNetwork network) {
    boolean all =
        Arrays.stream(network.getLayers())
            .filter(ConvolutionLayer.class::isInstance)
            .allMatch(layer -> layer.getHelper() != null);
    if (!all) {
      LOG.warn("Convolutions run without oneDNN: training will take about ten times as long");
    }
    return all;
  }
}
