package dev.icrstreams.segment;

import dev.icrstreams.field.Ink;

/** Ink too tangled to be digits. */
final class Scribble {
  private static final double MAX_RUNS_A_COLUMN = 3.6;

  private Scribble() {}

  /**
   * Whether a candidate is a scribble: a column of a digit crosses up to three strokes, of a
   * scribble many.
   */
  static boolean isOne(Ink ink, int fieldHeight) {
    if (ink.width() < 0.3 * fieldHeight) {
      return false;
    }
    int runs = 0;
    byte[] values = ink.values();
    for (int i = 0; i < values.length; i++) {
      // from 128 on, which is ink, bytes are negative
      if (values[i] < 0 && (i < ink.width() || values[i - ink.width()] >= 0)) {
        runs++;
      }
    }
    return runs > MAX_RUNS_A_COLUMN * ink.width();
  }
}
