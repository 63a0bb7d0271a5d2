package dev.icrstreams.hostile.fuzz;

import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.RejectedFieldException;

/** What a rejection must be. */
final class Rejection {
  private Rejection() {}

  /** An input's own fault, in words. */
  static void mustBeExplained(RejectedFieldException e) {
    if (e.code() == ErrorCode.INTERNAL_ERROR || e.getMessage() == null) {
      throw new AssertionError("rejected with " + e.code() + ": " + e.getMessage(), e);
    }
  }
}
