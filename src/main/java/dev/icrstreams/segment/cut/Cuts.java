package dev.icrstreams.segment.cut;

/** How freely digits that touch are cut. */
public enum Cuts {
  /** Few: for a classifier that takes any piece for some digit. */
  LIKELIEST,

  /** Every good one: for a classifier that tells digits from pieces. */
  EVERY_GOOD
}
