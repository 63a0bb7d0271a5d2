package dev.icrstreams.field;

import java.util.List;

/**
 * Where a reading goes.
 *
 * @param route accepted, blank or review
 * @param reasons why a person should look; empty unless the route is review
 */
public record Decision(Route route, List<ReviewReason> reasons) {
  /** Where a field can end. */
  public enum Route {
    /** The number is good enough for the error budget. */
    ACCEPTED,
    /** Nothing was written, and that is sure enough. */
    BLANK,
    /** A person should look. */
    REVIEW,
    /** The field could not be read at all: a dead letter. */
    REJECTED
  }

  /** Copies the list. */
  public Decision {
    reasons = List.copyOf(reasons);
  }
}
