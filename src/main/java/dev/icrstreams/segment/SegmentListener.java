package dev.icrstreams.segment;

import dev.icrstreams.field.Box;

/** Is shown how the ink is cut, on the thread that cuts it. */
@FunctionalInterface
public interface SegmentListener {
  /** Looks at nothing. */
  SegmentListener NONE = (candidate, working) -> {};

  /**
   * A candidate was made. One that spans a single step of the lattice is a primitive: ink that is
   * not cut any further.
   *
   * @param candidate with its box in pixels of the scanned image
   * @param working the same box in working pixels: the place of the candidate's ink
   */
  void candidate(Candidate candidate, Box working);
}
