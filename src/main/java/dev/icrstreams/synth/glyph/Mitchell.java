package dev.icrstreams.synth.glyph;

import dev.icrstreams.field.Ink;

/**
 * Mitchell and Netravali's cubic filter with B = C = 1/3 ("Reconstruction filters in computer
 * graphics", SIGGRAPH 1988): smoother than pixels, sharper than a blur.
 */
final class Mitchell {
  private Mitchell() {}

  /** The ink, about 0 to 1, at column x and row y, which may lie between pixels. */
  static double sample(Ink ink, double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    int top = Math.max(0, row - 1);
    int bottom = Math.min(ink.height() - 1, row + 2);
    if (isEmpty(ink, column - 1, column + 2, top, bottom)) {
      return 0;
    }
    double u0 = weight(x - column + 1);
    double u1 = weight(x - column);
    double u2 = weight(column + 1 - x);
    double u3 = weight(column + 2 - x);
    double sum = 0;
    for (int j = top; j <= bottom; j++) {
      double line =
          u0 * orPaper(ink, column - 1, j)
              + u1 * orPaper(ink, column, j)
              + u2 * orPaper(ink, column + 1, j)
              + u3 * orPaper(ink, column + 2, j);
      sum += weight(y - j) * line;
    }
    return sum / 255;
  }

  /** Most of a digit's image is: looking is cheaper than weighing. */
  private static boolean isEmpty(Ink ink, int left, int right, int top, int bottom) {
    for (int y = top; y <= bottom; y++) {
      for (int x = Math.max(0, left); x <= Math.min(ink.width() - 1, right); x++) {
        if (ink.at(x, y) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static int orPaper(Ink ink, int x, int y) {
    return x < 0 || x >= ink.width() ? 0 : ink.at(x, y);
  }

  private static double weight(double distance) {
    double t = Math.abs(distance);
    if (t < 1) {
      return (7 * t * t * t - 12 * t * t + 16.0 / 3) / 6;
    }
    return t < 2 ? (-7.0 / 3 * t * t * t + 12 * t * t - 20 * t + 32.0 / 3) / 6 : 0;
  }
}
