package dev.icrstreams.train.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.descent.Descent;
import dev.icrstreams.train.descent.Descent.Method;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FitterTest {
  private static final long SEED = 5;
  private static final int N = 200;
  private static final Descent PLAIN = new Descent(Method.ADAM, 0.999, 0, 0, 0, 0);

  /** The input goes through as it is; what arrives tells what was dropped. */
  private static final Layout DROPPED =
      new Layout("dropped", 1, 1, 1, List.of(Stage.dropout(0.3), Stage.valid(1, 1, 1, false)));

  @Test
  void dropoutForgetsItsShareAndKeepsTheMean() {
    try (Network network = new Network(DROPPED, SEED)) {
      network.setWeights(new float[] {1, 0});
      float[] ones = new float[N * N];
      Arrays.fill(ones, 1);
      float[] out = network.forward(ones, N * N, 1, new SplittableRandom(SEED));
      int zeros = 0;
      double sum = 0;
      for (float value : out) {
        zeros += value == 0 ? 1 : 0;
        sum += value;
      }
      assertEquals(0.3, (double) zeros / out.length, 0.01, "seed " + SEED);
      assertEquals(1, sum / out.length, 0.02, "seed " + SEED);
      // what was forgotten moves nothing
      float[] gradients = new float[2];
      network.backward(ones, N * N, 1, gradients);
      assertEquals(sum, gradients[0], 1e-3 * sum, "seed " + SEED);
    }
  }

  @Test
  void nothingIsForgottenWhenTrainingIsOver() {
    try (Network network = new Network(DROPPED, SEED)) {
      network.setWeights(new float[] {1, 0});
      float[] values = {1, 2, 3};
      network.forward(values, 3, 1, new SplittableRandom(SEED));
      assertArrayEquals(values, network.forward(values, 3, 1));
    }
  }

  @Test
  void goesOnFromItsStateAsIfNothingHadHappened() {
    for (Method method : Method.values()) {
      Descent descent = new Descent(method, 0.99, 0.01, 0.01, 5, 0.9);
      try (Fitter whole = new Fitter(layout(), SEED, descent);
          Fitter begun = new Fitter(layout(), SEED, descent);
          Fitter later = new Fitter(layout(), SEED + 1, descent)) {
        steps(whole, 0, 6);
        steps(begun, 0, 3);
        later.restore(begun.state());
        Fitter.State same = later.state();
        assertEquals(3, same.optimiserSteps());
        // what is dropped follows from the fitter's own seed: none is dropped here
        steps(later, 3, 6);
        assertArrayEquals(whole.average(), later.average(), 1e-6f, method + ", seed " + SEED);
      }
    }
  }

  @Test
  void anotherNetworksStateIsRefused() {
    Layout other = new Layout("other", 1, 1, 2, List.of(Stage.valid(1, 1, 7, false)));
    try (Fitter one = new Fitter(layout(), SEED, PLAIN);
        Fitter two = new Fitter(other, SEED, PLAIN)) {
      assertThrows(IllegalArgumentException.class, () -> two.restore(one.state()));
    }
  }

  @Test
  void withoutAveragingTheOutcomeIsTheLastStep() {
    try (Fitter fitter = new Fitter(layout(), SEED, PLAIN)) {
      steps(fitter, 0, 4);
      assertArrayEquals(fitter.state().arrays().get(0), fitter.average());
    }
  }

  @Test
  void largeWeightsCostAndLongGradientsAreClipped() {
    Descent descent = new Descent(Method.SGD, 0, 0, 0.5, 1, 0);
    float[] gradients = {3, 0};
    descent.prepare(gradients, new float[] {0, 8}, 1);
    // the weight of 8 adds 4; the length of 5 becomes 1
    assertArrayEquals(new float[] {0.6f, 0.8f}, gradients, 1e-6f);
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> descent.prepare(new float[] {Float.NaN}, new float[1], 7));
    assertTrue(e.getMessage().contains("diverged in step 7"), e.getMessage());
  }

  @Test
  void whatIsDroppedChangesFromStepToStep() {
    try (Fitter fitter = new Fitter(DROPPED, SEED, PLAIN)) {
      float[] ones = new float[N];
      Arrays.fill(ones, 1);
      fitter.restore(new Fitter.State(0, 0, List.of(one(), one(), new float[2], new float[2])));
      float[] first = fitter.logProbabilities(ones, N, 1, N);
      fitter.step(new float[N], N, 1, 0);
      assertFalse(Arrays.equals(first, fitter.logProbabilities(ones, N, 1, N)));
    }
  }

  private static float[] one() {
    return new float[] {1, 0};
  }

  private static Layout layout() {
    return new Layout(
        "small", 1, 1, 2, List.of(Stage.valid(1, 1, 4, true), Stage.valid(1, 1, 2, false)));
  }

  private static void steps(Fitter fitter, int from, int to) {
    for (int step = from; step < to; step++) {
      float[] input = {step, 1, 1, -step};
      float[] logs = fitter.logProbabilities(input, 2, 1, 2);
      float[] errors = new float[logs.length];
      for (int i = 0; i < errors.length; i++) {
        errors[i] = (float) Math.exp(logs[i]) - (i % 3 == 0 ? 1 : 0);
      }
      fitter.step(errors, 2, 1, 0.05);
    }
  }
}
