package dev.icrstreams.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final double EXACT = 1e-12;

  /** Four with a number (two right), two without, one rejected. */
  private static final List<Result> SEVEN =
      List.of(
          result("0123", "0123", 0.9, Route.ACCEPTED),
          result("123", "0123", 0.8, Route.ACCEPTED),
          result("77", "77", 0.6, Route.REVIEW),
          result("", "1", 0.7, Route.ACCEPTED),
          result("", "", 0.95, Route.BLANK),
          result("5", "", 0.5, Route.BLANK),
          Result.rejected("42"));

  @Test
  void countsWhatWasReadAndWhatWasAccepted() {
    Metrics metrics = Metrics.of(SEVEN);
    assertEquals(new Share(2, 5), metrics.accuracy());
    assertEquals(7, metrics.fields());
    assertEquals(new Share(3, 7), metrics.accepted());
    assertEquals(new Share(2, 3), metrics.acceptedWrong());
    assertEquals(new Share(1, 2), metrics.falseAccepts());
    assertEquals(new Share(2, 7), metrics.blanks());
    assertEquals(new Share(1, 2), metrics.blankWrong());
    assertEquals(new Share(1, 5), metrics.falseBlanks());
    assertEquals(new Share(1, 7), metrics.rejected());
  }

  @Test
  void leadingZerosCount() {
    assertEquals(0, Metrics.of(List.of(SEVEN.get(1))).accuracy().count());
  }

  @Test
  void measuresDigitsByEditDistance() {
    // 12 digits written; one inserted, one missed, two of the rejected field
    assertEquals(new Share(4, 4 + 3 + 2 + 1 + 2), Metrics.of(SEVEN).digitEdits());
    assertEquals(1 - 4 / 12.0, Metrics.of(SEVEN).digitAccuracy(), EXACT);
  }

  @Test
  void findsTheLargestCoverageWithinTheErrorBudget() {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      // wrong: the 60th and the 150th by confidence; 1 in 100 is within 1 %, 2 in 200 is too
      String read = i == 59 || i == 149 ? "9" : "1";
      results.add(result("1", read, 1 - i / 1000.0, Route.REVIEW));
    }
    Metrics metrics = Metrics.of(results);
    assertEquals(new Share(200, 200), metrics.coverageAt1());
    assertEquals(new Share(59, 200), metrics.coverageAt01());
    results.add(result("", "1", 0.5, Route.REVIEW));
    results.add(Result.rejected("1"));
    assertEquals(new Share(200, 202), Metrics.of(results).coverageAt1());
  }

  @Test
  void coverageDoesNotPartEqualConfidencesAndLeavesDoubtsOut() {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      results.add(result("1", i == 9 ? "2" : "1", 0.9, Route.REVIEW));
    }
    assertEquals(0, Metrics.of(results).coverageAt1().count());
    Reading doubted =
        new Reading(
            Outcome.NUMBER,
            "1",
            0.99,
            List.of(),
            List.of(),
            List.of(),
            List.of(ReviewReason.of(ReviewReason.Code.POOR_IMAGE)),
            List.of());
    Result doubtful = new Result("1", doubted, new Decision(Route.REVIEW, List.of()));
    assertEquals(0, Metrics.of(List.of(doubtful)).coverageAt1().count());
  }

  @Test
  void calibrationErrorIsTheDistanceOfConfidenceFromTruth() {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      results.add(result("1", i < 7 ? "1" : "2", 0.9, Route.REVIEW));
      results.add(result("1", i < 2 ? "1" : "2", 0.2, Route.REVIEW));
    }
    assertEquals(0.5 * (0.9 - 0.7), Reliability.of(results).expectedCalibrationError(), EXACT);
    // nothing was read: nothing to be right or wrong about
    results.add(result("1", "", 0.5, Route.BLANK));
    results.add(Result.rejected("1"));
    assertEquals(0.5 * (0.9 - 0.7), Reliability.of(results).expectedCalibrationError(), EXACT);
  }

  @Test
  void measuresNothingWithoutFailing() {
    assertEquals(0, Metrics.of(List.of()).accuracy().value());
  }

  @Test
  void intervalsHoldTheShare() {
    Share share = new Share(10, 100);
    assertEquals(0.0490, share.low(), 5e-5);
    assertEquals(0.1762, share.high(), 5e-5);
    Share never = new Share(0, 601);
    assertEquals(0, never.low());
    assertEquals(1 - Math.pow(0.025, 1 / 601.0), never.high(), 1e-9);
  }

  private static Result result(String label, String number, double confidence, Route route) {
    Outcome outcome = number.isEmpty() ? Outcome.BLANK : Outcome.NUMBER;
    Reading reading =
        new Reading(
            outcome, number, confidence, List.of(), List.of(), List.of(), List.of(), List.of());
    return new Result(label, reading, new Decision(route, List.of()));
  }
}
