package dev.icrstreams.segment;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.LineView;

/**
 * Ink that may be one digit: an edge of the lattice.
 *
 * @param from the node to its left
 * @param to the node to its right, greater than {@code from}
 * @param box where it is, in pixels of the scanned image
 * @param ink this candidate's own ink in working pixels, and none of its neighbours'
 * @param view how it stands in the line; null where that is not known
 */
public record Candidate(int from, int to, Box box, Ink ink, LineView view) {
  /** A candidate without a line around it. */
  public Candidate(int from, int to, Box box, Ink ink) {
    this(from, to, box, ink, null);
  }

  /** Whether it is ink that is not cut any further: a single step of the lattice. */
  public boolean isPrimitive() {
    return to == from + 1;
  }
}
