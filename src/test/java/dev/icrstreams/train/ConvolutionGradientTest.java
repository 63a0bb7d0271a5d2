package dev.icrstreams.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.classify.FastPath;
import java.util.List;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Holds the gradients that training gets against finite differences, with the helpers and the
 * layout that training uses. Deeplearning4j 1.0.0-M2.1 is wrong without a word for a convolution
 * with ReLU of its own, NHWC and the oneDNN helper: errors up to 0.8 of the largest gradient.
 */
class ConvolutionGradientTest {
  private static final long SEED = 5;
  private static final int DIGITS = 8;
  private static final double STEP = 3e-4;
  private static final double TOLERANCE = 0.1;

  @BeforeAll
  static void enableHelpers() {
    OneDnnLayers.enable();
  }

  @Test
  void trainingUsesTheOneDnnHelpersWhereThereIsOneDnn() {
    assumeTrue(FastPath.active(), "no oneDNN on this platform");
    assertTrue(OneDnnLayers.check(shipped()));
  }

  @Test
  void gradientsOfTheShippedLayoutAgreeWithFiniteDifferences() {
    MultiLayerNetwork network = shipped();
    feed(network);
    network.computeGradientAndScore();
    for (String layer : convolutions(network)) {
      // the score is the mean over the batch, the gradient the sum
      INDArray computed = network.gradient().getGradientFor(layer).div(DIGITS).dup('c');
      INDArray weights = network.getParam(layer);
      double largest = computed.amaxNumber().doubleValue();
      SplittableRandom random = new SplittableRandom(SEED);
      for (int i = 0; i < 12; i++) {
        long[] at = random(weights.shape(), random);
        double expected = finiteDifference(network, weights, at);
        assertEquals(
            expected,
            computed.getDouble(at),
            TOLERANCE * largest,
            () -> "seed " + SEED + ", " + layer + java.util.Arrays.toString(at));
      }
    }
  }

  private static MultiLayerNetwork shipped() {
    return NetworkLayout.named(NetworkLayout.DEFAULT).build(Labels.CLASSES, SEED, new NoOp());
  }

  private static List<String> convolutions(MultiLayerNetwork network) {
    return network.paramTable().entrySet().stream()
        .filter(parameter -> parameter.getValue().rank() == 4)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private static double finiteDifference(MultiLayerNetwork network, INDArray weights, long[] at) {
    double original = weights.getDouble(at);
    weights.putScalar(at, original + STEP);
    network.computeGradientAndScore();
    double above = network.score();
    weights.putScalar(at, original - STEP);
    network.computeGradientAndScore();
    double below = network.score();
    weights.putScalar(at, original);
    return (above - below) / (2 * STEP);
  }

  private static long[] random(long[] shape, SplittableRandom random) {
    long[] at = new long[shape.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = random.nextLong(shape[i]);
    }
    return at;
  }

  private static void feed(MultiLayerNetwork network) {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] pixels = new float[DIGITS * DigitNormaliser.PIXELS];
    byte[] labels = new byte[DIGITS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextDouble();
    }
    for (int i = 0; i < DIGITS; i++) {
      labels[i] = (byte) random.nextInt(Labels.CLASSES);
    }
    int size = DigitNormaliser.SIZE;
    network.setInput(Nd4j.create(pixels, new long[] {DIGITS, size, size, 1}, 'c'));
    network.setLabels(Labels.oneHot(labels));
  }
}
