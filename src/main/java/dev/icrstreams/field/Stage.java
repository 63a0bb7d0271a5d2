package dev.icrstreams.field;

/** The stages of a field's way, in their order. */
public enum Stage {
  /** Image bytes to grey pixels. */
  DECODE,
  /** Grey pixels to clean ink. */
  CLEAN,
  /** Clean ink to the lattice of digit candidates. */
  SEGMENT,
  /** Candidates to probabilities. */
  CLASSIFY,
  /** Lattice and probabilities to a reading. */
  SEARCH
}
