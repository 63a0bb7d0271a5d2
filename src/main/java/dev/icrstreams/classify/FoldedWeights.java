package dev.icrstreams.classify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A trained digit network's weights with its batch norms folded in, to go on training from. */
public final class FoldedWeights {
  private FoldedWeights() {}

  /**
   * Of each convolution or dense layer the kernel in the order row, column, input, output, then the
   * bias.
   *
   * @throws IOException if the model holds no digit network
   */
  public static List<float[]> of(DigitModel model) throws IOException {
    MultiLayerNetwork trained = model.network();
    List<float[]> weights = new ArrayList<>();
    try (FoldedNetwork folded = FoldedNetwork.of(trained)) {
      for (FoldedLayer stage : folded.stages()) {
        if (stage instanceof FoldedLayer.Convolution convolution) {
          weights.add(values(convolution.weights()));
          weights.add(values(convolution.bias()));
        } else if (stage instanceof FoldedLayer.Dense dense) {
          weights.add(values(dense.weights()));
          weights.add(values(dense.bias()));
        }
      }
    }
    trained.params().close();
    return weights;
  }

  private static float[] values(INDArray array) {
    float[] values = new float[(int) array.length()];
    array.data().asNioFloat().get(values);
    return values;
  }
}
