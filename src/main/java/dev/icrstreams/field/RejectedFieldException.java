package dev.icrstreams.field;

import java.util.Objects;

/**
 * A field that cannot be read at all, with its code. The message names the reason and never holds
 * bytes or content of the field.
 */
public final class RejectedFieldException extends RuntimeException {
  private final ErrorCode code;

  /** A rejection with a reason for people. */
  public RejectedFieldException(ErrorCode code, String reason) {
    this(code, reason, null);
  }

  /** A rejection with a reason for people and the failure behind it, which may be null. */
  public RejectedFieldException(ErrorCode code, String reason, Throwable cause) {
    super(reason, cause);
    this.code = Objects.requireNonNull(code);
  }

  /** The code, for programs. */
  public ErrorCode code() {
    return code;
  }
}
