package dev.icrstreams.train;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.data.DigitSet;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Scores a network on digits as they are, without augmentation. For one thread. */
final class Scorer {
  private static final int CHUNK = 128;

  private final float[] pixels;
  private final byte[] labels;

  /**
   * @param accuracy share read right
   * @param loss mean cross-entropy in nats
   */
  record Score(double accuracy, double loss) {}

  Scorer(DigitSet digits) {
    labels = digits.labels();
    pixels = new float[digits.size() * DigitNormaliser.PIXELS];
    DigitNormaliser normaliser = new DigitNormaliser();
    for (int i = 0; i < digits.size(); i++) {
      normaliser.normalise(digits.images().get(i), pixels, i * DigitNormaliser.PIXELS);
    }
  }

  Score score(MultiLayerNetwork network) {
    int right = 0;
    double loss = 0;
    for (int from = 0; from < labels.length; from += CHUNK) {
      int n = Math.min(CHUNK, labels.length - from);
      float[] part = new float[n * DigitNormaliser.PIXELS];
      System.arraycopy(pixels, from * DigitNormaliser.PIXELS, part, 0, part.length);
      float[][] out = probabilities(network, part, n);
      for (int i = 0; i < n; i++) {
        int label = labels[from + i];
        right += best(out[i]) == label ? 1 : 0;
        loss -= Math.log(Math.max(1e-12, out[i][label]));
      }
    }
    return new Score((double) right / labels.length, loss / labels.length);
  }

  private static float[][] probabilities(MultiLayerNetwork network, float[] part, int n) {
    long[] shape = {n, DigitNormaliser.SIZE, DigitNormaliser.SIZE, 1};
    try (INDArray input = Nd4j.create(part, shape, 'c');
        INDArray output = network.output(input, false)) {
      return output.toFloatMatrix();
    }
  }

  private static int best(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }
}
