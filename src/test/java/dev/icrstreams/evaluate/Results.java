package dev.icrstreams.evaluate;

import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import java.util.List;

/** Results made up for tests. */
public final class Results {
  private Results() {}

  /** A reading of a number, or where that is empty of a blank field, and where it went. */
  public static Result result(String label, String number, double confidence, Route route) {
    Reading reading =
        new Reading(
            number.isEmpty() ? Outcome.BLANK : Outcome.NUMBER,
            number,
            confidence,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    List<ReviewReason> reasons =
        route == Route.REVIEW
            ? List.of(ReviewReason.of(ReviewReason.Code.LOW_CONFIDENCE))
            : List.of();
    return new Result(label, reading, new Decision(route, reasons));
  }
}
