package dev.icrstreams.train.transfer;

import dev.icrstreams.field.Ink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A pretrained network up to a layer, frozen; what that layer says of an image, averaged over the
 * image, are the features that a new head learns from. For one thread.
 */
final class Base implements AutoCloseable {
  private static final String POOL = "digits-pool";
  private static final int BATCH = 32;

  private final ComputationGraph cut;
  private final int size;
  private final int features;

  /**
   * Cuts a pretrained network off.
   *
   * @param layer the last one that is kept
   * @param size rows and columns of the images
   * @throws IOException if there is no such layer; the message names the last ones that there are
   */
  Base(ComputationGraph pretrained, String layer, int size) throws IOException {
    this.size = size;
    List<String> names = pretrained.getConfiguration().getTopologicalOrderStr();
    if (!names.contains(layer)) {
      throw new IOException(
          String.format(
              "The weights have no layer %s; their last ones are %s",
              layer, names.subList(Math.max(0, names.size() - 12), names.size())));
    }
    TransferLearning.GraphBuilder builder =
        new TransferLearning.GraphBuilder(pretrained)
            .fineTuneConfiguration(new FineTuneConfiguration.Builder().updater(new NoOp()).build());
    for (String after : after(pretrained, layer)) {
      builder.removeVertexAndConnections(after);
    }
    cut =
        builder
            .setInputTypes(InputType.convolutional(size, size, 3))
            .setFeatureExtractor(layer)
            .addLayer(
                POOL, new GlobalPoolingLayer.Builder().poolingType(PoolingType.AVG).build(), layer)
            .setOutputs(POOL)
            .build();
    features = of(List.of(new Ink(1, 1, new byte[1])), done -> {})[0].length;
  }

  /** All that depends on a layer. */
  private static Set<String> after(ComputationGraph graph, String layer) {
    Map<String, List<String>> inputs = graph.getConfiguration().getVertexInputs();
    Set<String> after = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(layer));
    while (!open.isEmpty()) {
      String from = open.remove();
      inputs.forEach(
          (name, its) -> {
            if (its.contains(from) && after.add(name)) {
              open.add(name);
            }
          });
    }
    return after;
  }

  /** Values of an image's features. */
  int features() {
    return features;
  }

  /** Numbers in the layers that are kept. */
  long parameters() {
    return cut.numParams();
  }

  /**
   * The features of images.
   *
   * @param progress is told how many are done
   */
  float[][] of(List<Ink> images, IntConsumer progress) {
    float[][] found = new float[images.size()][];
    for (int from = 0; from < images.size(); from += BATCH) {
      int n = Math.min(BATCH, images.size() - from);
      int length = 3 * size * size;
      float[] values = new float[n * length];
      for (int i = 0; i < n; i++) {
        Photographs.encode(images.get(from + i), size, values, i * length);
      }
      try (INDArray input = Nd4j.create(values, new long[] {n, 3, size, size}, 'c')) {
        float[] all = cut.outputSingle(false, input).dup('c').data().asFloat();
        for (int i = 0; i < n; i++) {
          found[from + i] = Arrays.copyOfRange(all, i * all.length / n, (i + 1) * all.length / n);
        }
      }
      progress.accept(from + n);
    }
    return found;
  }

  /** The whole network, base and head, as a file of Deeplearning4j's. */
  byte[] with(MultiLayerNetwork head) throws IOException {
    TransferLearning.GraphBuilder builder = new TransferLearning.GraphBuilder(cut);
    String before = POOL;
    for (int i = 0; i < head.getnLayers(); i++) {
      String name = "digits-" + i;
      var layer = head.getLayer(i).conf().getLayer().clone();
      if (layer instanceof DenseLayer
          || layer instanceof OutputLayer
          || layer instanceof DropoutLayer) {
        layer.setLayerName(name);
        builder.addLayer(name, layer, before);
        before = name;
      } else {
        throw new IllegalStateException("a head has dense layers alone: " + layer);
      }
    }
    ComputationGraph whole = builder.setOutputs(before).build();
    try {
      for (int i = 0; i < head.getnLayers(); i++) {
        for (Map.Entry<String, INDArray> part : head.getLayer(i).paramTable().entrySet()) {
          whole.getLayer("digits-" + i).paramTable().get(part.getKey()).assign(part.getValue());
        }
      }
      ByteArrayOutputStream zip = new ByteArrayOutputStream();
      ModelSerializer.writeModel(whole, zip, false);
      return zip.toByteArray();
    } finally {
      whole.close();
    }
  }

  @Override
  public void close() {
    cut.close();
  }
}
