package dev.icrstreams.train.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.read.confidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdditiveFitTest {
  @Test
  void followsALineThatBends() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<double[]> evidence = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      double[] x = {1, random.nextDouble(-3, 3), random.nextInt(2)};
      evidence.add(x);
      right.add(random.nextDouble() < 1 / (1 + Math.exp(-truth(x))));
    }
    AdditiveFit.Lines lines = AdditiveFit.fit(evidence, right);
    Calibration fitted = Calibration.NONE.withWeights(lines.weights(), lines.bends());
    for (double x : new double[] {-2, -1, 1, 2}) {
      double[] at = {1, x, 0};
      assertEquals(truth(at), fitted.score(at), 0.3, "at " + x + ", seed " + seed);
    }
    assertEquals(1, fitted.adds(2, 1), 0.2, "seed " + seed);
    assertTrue(
        lines.bends().stream().noneMatch(bend -> bend.evidence() == 2),
        "between yes and no there is nothing to bend at");
  }

  @Test
  void evidenceThatNeverVariesCountsForNothing() {
    List<double[]> evidence = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      evidence.add(new double[] {1, 7, i % 2});
      right.add(i % 2 == 1 ? i % 8 != 1 : i % 8 == 0);
    }
    AdditiveFit.Lines lines = AdditiveFit.fit(evidence, right);
    assertEquals(0, lines.weights()[1]);
    assertEquals(List.of(), lines.bends());
    assertTrue(lines.weights()[2] > 1, "" + lines.weights()[2]);
  }

  @Test
  void refusesEvidenceThatIsNotANumber() {
    List<double[]> evidence = List.of(new double[] {1, 2}, new double[] {1, Double.NaN});
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> AdditiveFit.fit(evidence, List.of(true, false)));
    assertTrue(refused.getMessage().contains(Evidence.NAMES.get(1)), refused.getMessage());
  }

  /** Rises to 1, then stays. */
  private static double truth(double[] x) {
    return Math.min(1, 1 + 1.5 * x[1]) + x[2];
  }
}
