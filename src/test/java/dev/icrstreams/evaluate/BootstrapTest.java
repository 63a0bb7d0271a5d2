package dev.icrstreams.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Decision.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final double EXACT = 1e-12;

  @Test
  void givesTheSameForTheSameSeed() {
    List<Result> results = calibrated(200, 1);
    assertEquals(Bootstrap.of(results, 7), Bootstrap.of(results, 7));
    assertNotEquals(
        Bootstrap.of(results, 7).digitAccuracy(), Bootstrap.of(results, 8).digitAccuracy());
  }

  @Test
  void agreesWithTheBinomialWhereThatIsKnown() {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      results.add(Results.result("1", i < 360 ? "1" : "2", 0.9, Route.REVIEW));
    }
    // one digit a field: 0.9 +- 1.96 * sqrt(0.9 * 0.1 / 400)
    Interval digits = Bootstrap.of(results, 1).digitAccuracy();
    assertEquals(0.8706, digits.low(), 0.006);
    assertEquals(0.9294, digits.high(), 0.006);
  }

  @Test
  void holdsTheCalibrationErrorThatDrawingAgainLifts() {
    // well calibrated: each draw's error is larger than the sample's own
    List<Result> results = calibrated(300, 5);
    double error = Reliability.of(results).expectedCalibrationError();
    Interval interval = Bootstrap.of(results, 1).calibrationError();
    assertTrue(interval.low() < error && error < interval.high(), interval + " " + error);
  }

  @Test
  void weighsFieldsAsIfTheyWereThereSoOften() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Result> results = new ArrayList<>(calibrated(300, seed));
    // equal confidences, which no threshold parts, and fields that hold or give no number
    results.addAll(Collections.nCopies(3, Results.result("12", "13", 0.97, Route.REVIEW)));
    results.add(Results.result("", "5", 0.97, Route.ACCEPTED));
    results.add(Results.result("5", "", 0.97, Route.BLANK));
    results.add(Result.rejected("77"));
    results.sort(Comparator.comparingDouble(result -> -result.reading().confidence()));
    int[] weights = random.ints(results.size(), 0, 4).toArray();
    List<Result> repeated = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      repeated.addAll(Collections.nCopies(weights[i], results.get(i)));
    }
    Metrics expected = Metrics.of(repeated);
    WeightedFigures.Figures figures = new WeightedFigures(results).weighted(weights);
    String what = "seed " + seed + " " + Arrays.toString(weights);
    assertEquals(expected.coverageAt1().value(), figures.coverageAt1(), EXACT, what);
    assertEquals(expected.coverageAt01().value(), figures.coverageAt01(), EXACT, what);
    assertEquals(expected.digitAccuracy(), figures.digitAccuracy(), EXACT, what);
    assertEquals(
        expected.reliability().expectedCalibrationError(), figures.calibrationError(), EXACT, what);
  }

  private static List<Result> calibrated(int fields, long seed) {
    Random random = new Random(seed);
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < fields; i++) {
      double confidence = 1 - Math.pow(random.nextDouble(), 3);
      String read = random.nextDouble() < confidence ? "123" : "129";
      results.add(Results.result("123", read, confidence, Route.REVIEW));
    }
    return results;
  }
}
