package dev.icrstreams.synth.style;

/** Where the shapes of a writer's digits come from. */
public enum HandSource {
  /** Single digits of several people, as they were scanned, of a similar slant. */
  DIGITS,
  /** The same few digits bent, with the bars, serifs and tails that other schools teach. */
  DEFORMED,
  /** Strokes of a pen. */
  STROKES
}
