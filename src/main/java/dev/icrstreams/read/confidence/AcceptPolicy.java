package dev.icrstreams.read.confidence;

import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides by the error budget: the least confidence at which, with 95 % certainty by the held-out
 * fields, no more than the budget's share of accepted numbers is wrong. Where no level is that
 * sure, nothing is accepted. Blank fields go out as such if no more than that share of the numbers
 * is taken for blank. Both sides are rounded to four places: the last digits of a confidence depend
 * on the processor and on what else is in a batch, and must not turn a route. Immutable, so threads
 * may share it.
 */
public final class AcceptPolicy {
  /** How sure the bound on the error rate is. */
  public static final double CERTAINTY = 0.95;

  private static final double PLACES = 10_000;

  private final double threshold;
  private final boolean acceptsBlanks;

  /** The policy for an error budget, 0 to 1, under a calibration. */
  public AcceptPolicy(Calibration calibration, double maxErrorRate) {
    double lowest = Double.POSITIVE_INFINITY;
    for (Calibration.Risk risk : calibration.risk()) {
      if (within(risk, maxErrorRate)) {
        lowest = Math.min(lowest, risk.confidence());
      }
    }
    this.threshold = rounded(lowest);
    this.acceptsBlanks = within(calibration.blanks(), maxErrorRate);
  }

  /** The confidence from which on numbers are accepted; infinite if none are. */
  public double threshold() {
    return threshold;
  }

  /** Where a reading goes. */
  public Decision decide(Reading reading) {
    List<ReviewReason> reasons = new ArrayList<>(reading.doubts());
    boolean sure =
        reading.outcome() == Outcome.BLANK
            ? acceptsBlanks
            : rounded(reading.confidence()) >= threshold;
    if (!sure && reading.outcome() != Outcome.UNREADABLE) {
      reasons.add(ReviewReason.of(ReviewReason.Code.LOW_CONFIDENCE));
    }
    if (!reasons.isEmpty() || reading.outcome() == Outcome.UNREADABLE) {
      return new Decision(Route.REVIEW, reasons);
    }
    return new Decision(
        reading.outcome() == Outcome.BLANK ? Route.BLANK : Route.ACCEPTED, List.of());
  }

  private static double rounded(double confidence) {
    return Double.isInfinite(confidence) ? confidence : Math.round(confidence * PLACES) / PLACES;
  }

  private static boolean within(Calibration.Risk risk, double maxErrorRate) {
    return ErrorBound.upper(risk.wrong(), risk.accepted(), CERTAINTY) <= maxErrorRate;
  }
}
