package dev.icrstreams.train.extra;

/** A labelled field that nothing can be learned from; the message tells people why. */
public final class UnusableFieldException extends Exception {
  /** With the reason. */
  public UnusableFieldException(String reason) {
    super(reason);
  }
}
