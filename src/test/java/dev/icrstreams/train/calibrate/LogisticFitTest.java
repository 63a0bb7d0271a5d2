package dev.icrstreams.train.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.read.confidence.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
  @Test
  void findsTheWeightsThatMadeTheLabels() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    double[] truth = {-0.5, 2, -1};
    List<double[]> inputs = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      double[] x = {1, random.nextGaussian(), random.nextGaussian()};
      double score = truth[0] + truth[1] * x[1] + truth[2] * x[2];
      inputs.add(x);
      labels.add(random.nextDouble() < 1 / (1 + Math.exp(-score)));
    }
    double[] found = LogisticFit.fit(inputs, labels);
    for (int k = 0; k < truth.length; k++) {
      assertEquals(truth[k], found[k], 0.12, "weight " + k + ", seed " + seed);
    }
  }

  @Test
  void theCurveRisesAndFollowsTheShareOfRightOnes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    double[] scores = random.doubles(20_000, -3, 3).sorted().toArray();
    List<Boolean> right = new ArrayList<>();
    for (double score : scores) {
      right.add(random.nextDouble() < 1 / (1 + Math.exp(-score)));
    }
    List<Calibration.Point> curve = IsotonicCurve.fit(scores, right);
    for (int i = 1; i < curve.size(); i++) {
      assertTrue(curve.get(i).score() > curve.get(i - 1).score(), "seed " + seed);
      assertTrue(curve.get(i).probability() > curve.get(i - 1).probability(), "seed " + seed);
    }
    Calibration calibration = Calibration.NONE.withWeights(new double[] {1}, List.of());
    assertEquals(0.5, calibrated(calibration, curve).confidence(0.0), 0.08, "seed " + seed);
    assertEquals(0.88, calibrated(calibration, curve).confidence(2.0), 0.08, "seed " + seed);
  }

  private static Calibration calibrated(Calibration from, List<Calibration.Point> curve) {
    return new Calibration(
        1, from.weights(), from.bends(), curve, List.of(), from.blanks(), 0, "test");
  }
}
