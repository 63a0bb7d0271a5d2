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
    for (int x = 0; x < ink.width(); x++) {
      for (int y = 0; y < ink.height(); y++) {
        if (ink.isInk(x, y) && (y == 0 || !ink.isInk(x, y - 1))) {
          runs++;
        }
      }
    }
    return runs > MAX_RUNS_A_COLUMN * ink.width();
  }
}
