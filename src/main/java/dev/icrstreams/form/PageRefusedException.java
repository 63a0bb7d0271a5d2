package dev.icrstreams.form;

/** A page that does not fit its template; the message says why, in a line for people. */
public final class PageRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PageRefusedException(String reason) {
    super(reason);
  }
}
