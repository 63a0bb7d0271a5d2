package dev.icrstreams.read.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptPolicyTest {
  private static final ReviewReason DOUBT =
      new ReviewReason(ReviewReason.Code.CONSTRAINT_VIOLATED, "at most 5 digits");

  @Test
  void takesTheLowestConfidenceThatKeepsTheBudgetForSure() {
    // 95 % sure: 0 wrong of 300 is at most 1.0 %, 3 of 1,000 at most 0.8 %, 12 of 1,000 more
    Calibration calibration =
        calibrated(
            new Calibration.Risk(0.99, 300, 0),
            new Calibration.Risk(0.98, 1_000, 3),
            new Calibration.Risk(0.97, 1_000, 12));
    assertEquals(0.98, new AcceptPolicy(calibration, 0.01).threshold());
    assertEquals(0.97, new AcceptPolicy(calibration, 0.05).threshold());
    assertEquals(
        Double.POSITIVE_INFINITY, new AcceptPolicy(calibration, 0.001).threshold(), "too few");
  }

  @Test
  void withoutACalibrationNothingIsAccepted() {
    AcceptPolicy policy = new AcceptPolicy(Calibration.NONE, 0.5);
    assertEquals(Route.REVIEW, policy.decide(number(1)).route());
    assertEquals(Route.REVIEW, policy.decide(blank()).route());
  }

  @Test
  void doubtsGoToReviewWhateverTheConfidence() {
    AcceptPolicy policy = new AcceptPolicy(calibrated(new Calibration.Risk(0.9, 9_999, 0)), 0.01);
    assertEquals(new Decision(Route.ACCEPTED, List.of()), policy.decide(number(0.95)));
    assertEquals(new Decision(Route.REVIEW, List.of(DOUBT)), policy.decide(number(0.95, DOUBT)));
    assertEquals(
        new Decision(Route.REVIEW, List.of(ReviewReason.of(ReviewReason.Code.LOW_CONFIDENCE))),
        policy.decide(number(0.85)));
  }

  @Test
  void aConfidenceThatDiffersInItsLastDigitsKeepsItsRoute() {
    AcceptPolicy policy =
        new AcceptPolicy(calibrated(new Calibration.Risk(0.9876, 9_999, 0)), 0.01);
    assertEquals(Route.ACCEPTED, policy.decide(number(0.9876)).route());
    assertEquals(Route.ACCEPTED, policy.decide(number(0.9876 - 1e-6)).route());
    assertEquals(Route.REVIEW, policy.decide(number(0.98750)).route());
  }

  @Test
  void blankFieldsGoOutAsSuchIfTheyAreSureEnough() {
    AcceptPolicy policy = new AcceptPolicy(calibrated(), 0.001);
    assertEquals(Route.BLANK, policy.decide(blank()).route());
    assertEquals(Route.REVIEW, new AcceptPolicy(calibrated(), 0.0001).decide(blank()).route());
  }

  private static Calibration calibrated(Calibration.Risk... risk) {
    return new Calibration(
        1,
        List.of(),
        List.of(),
        List.of(),
        List.of(risk),
        new Calibration.Risk(0, 4_000, 0),
        9_999,
        "test");
  }

  private static Reading number(double confidence, ReviewReason... doubts) {
    return new Reading(
        Outcome.NUMBER,
        "12",
        confidence,
        List.of(),
        List.of(),
        List.of(),
        List.of(doubts),
        List.of());
  }

  private static Reading blank() {
    return Reading.withoutDigits(Outcome.BLANK, 0.999, List.of(), List.of());
  }
}
