package dev.icrstreams.train.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.icrstreams.train.network.Stage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworkTest {
  private static final long SEED = 3;
  private static final int N = 2;

  /** Every kind of stage that the shipped sequence network has. */
  private static final Layout STRIPS =
      new Layout(
          "strips",
          16,
          Layout.ANY,
          4,
          List.of(
              Stage.same(3, 3),
              Stage.pool(2, 2),
              Stage.pool(2, 1),
              Stage.same(3, 4),
              Stage.pool(2, 1),
              Stage.along(2, 3, 5, true),
              Stage.along(1, 5, 6, true),
              Stage.along(1, 1, 11, false)));

  /** Every kind of stage that the shipped digit network has. */
  private static final Layout DIGITS =
      new Layout(
          "digits",
          12,
          12,
          2,
          List.of(
              Stage.same(3, 3),
              Stage.pool(2, 2),
              Stage.same(3, 4),
              Stage.valid(3, 3, 4, true),
              Stage.pool(2, 2),
              Stage.valid(2, 2, 6, true),
              Stage.valid(1, 1, 11, false)));

  /** Every kind of stage that notebooks' networks have, dropout aside. */
  private static final Layout NOTEBOOK =
      new Layout(
          "notebook",
          9,
          9,
          1,
          List.of(
              Stage.same(2, 4),
              Stage.pool(2, 2),
              Stage.same(2, 3),
              Stage.pool(2, 2),
              Stage.valid(2, 2, 6, true),
              Stage.valid(1, 1, 10, false)));

  @Test
  void gradientsAgreeWithFiniteDifferences() {
    check(STRIPS, 32);
    check(DIGITS, 12);
    check(NOTEBOOK, 9);
  }

  private static void check(Layout layout, int columns) {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] input = random(N * layout.rows() * columns * layout.channels(), 0, random);
    try (Network network = new Network(layout, SEED)) {
      float[] weights = random(network.size(), -0.45, random);
      network.setWeights(weights);
      assertArrayEquals(weights, network.weights());
      float[] errors = random(network.forward(input, N, columns).length, -0.5, random);
      float[] gradients = new float[network.size()];
      network.backward(errors, N, columns, gradients);
      // every weight that is hit has one of its own
      double largest = 0;
      for (float gradient : gradients) {
        largest = Math.max(largest, Math.abs(gradient));
      }
      for (int i = 0; i < weights.length; i++) {
        double expected = finiteDifference(network, input, columns, weights, errors, i);
        assertEquals(
            expected,
            gradients[i],
            0.02 * largest,
            layout.name() + ", weight " + i + " of seed " + SEED);
      }
    }
  }

  /** A file of Deeplearning4j's is what other programs read. */
  @Test
  void deeplearning4jSaysOfAPackedDigitNetworkWhatTrainingSays() {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] input = random(N * 12 * 12 * 2, 0, random);
    try (Network network = new Network(DIGITS, SEED)) {
      float[] weights = random(network.size(), -0.45, random);
      network.setWeights(weights);
      float[] logs = network.forward(input, N, 12);
      Fitter.logSoftmax(logs, 11);
      INDArray digits = Nd4j.create(input, new long[] {N, 12, 12, 2}, 'c');
      double[][] found = DIGITS.packed(weights).output(digits, false).toDoubleMatrix();
      for (int i = 0; i < logs.length; i++) {
        assertEquals(Math.exp(logs[i]), found[i / 11][i % 11], 1e-4, "seed " + SEED);
      }
    }
  }

  /** An even kernel's odd zero lies below and on the right there too, and nothing is dropped. */
  @Test
  void deeplearning4jSaysOfAPackedNotebookNetworkWhatTrainingSays() {
    List<Stage> stages = new ArrayList<>(NOTEBOOK.stages());
    stages.add(2, Stage.dropout(0.5));
    Layout layout = new Layout("notebook", 9, 9, 1, stages);
    SplittableRandom random = new SplittableRandom(SEED);
    float[] input = random(N * 9 * 9, 0, random);
    try (Network network = new Network(layout, SEED)) {
      float[] weights = random(network.size(), -0.45, random);
      network.setWeights(weights);
      float[] logs = network.forward(input, N, 9);
      Fitter.logSoftmax(logs, 10);
      INDArray digits = Nd4j.create(input, new long[] {N, 9, 9, 1}, 'c');
      double[][] found = layout.packed(weights).output(digits, false).toDoubleMatrix();
      for (int i = 0; i < logs.length; i++) {
        assertEquals(Math.exp(logs[i]), found[i / 10][i % 10], 1e-4, "seed " + SEED);
      }
    }
  }

  @Test
  void unpacksWhatItPacked() {
    for (Layout layout : List.of(STRIPS, DIGITS, NOTEBOOK)) {
      float[] weights = random((int) layout.parameters(), -0.5, new SplittableRandom(SEED));
      assertArrayEquals(weights, layout.unpacked(layout.packed(weights)), layout.name());
    }
  }

  @Test
  void anotherLayoutsWeightsAreRefused() {
    float[] weights = new float[(int) DIGITS.parameters()];
    assertThrows(IllegalArgumentException.class, () -> NOTEBOOK.unpacked(DIGITS.packed(weights)));
  }

  @Test
  void countsAMultiplyAddAsTwo() {
    Layout one =
        new Layout("one", 4, 4, 2, List.of(new Stage(Kind.CONVOLUTION, 3, 3, 1, 1, 5, false)));
    assertEquals(2e-6 * 4 * 4 * 3 * 3 * 2 * 5, one.megaflop(4), 1e-12);
  }

  private static double finiteDifference(
      Network network, float[] input, int columns, float[] weights, float[] errors, int at) {
    double step = 1e-3;
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      float[] changed = weights.clone();
      changed[at] += (float) (side == 0 ? step : -step);
      network.setWeights(changed);
      float[] logits = network.forward(input, N, columns);
      for (int i = 0; i < logits.length; i++) {
        losses[side] += (double) errors[i] * logits[i];
      }
    }
    return (losses[0] - losses[1]) / (2 * step);
  }

  private static float[] random(int size, double lowest, SplittableRandom random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (lowest + random.nextDouble());
    }
    return values;
  }
}
