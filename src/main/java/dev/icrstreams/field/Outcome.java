package dev.icrstreams.field;

/** What a field turned out to hold. */
public enum Outcome {
  /** A number. */
  NUMBER,
  /** Nothing was written. */
  BLANK,
  /** Something was written that is no number, or none that can be read. */
  UNREADABLE
}
