package dev.icrstreams.synth;

import dev.icrstreams.field.Ink;

/**
 * Mitchell and Netravali's cubic filter with B = C = 1/3 ("Reconstruction filters in computer
 * graphics", SIGGRAPH 1988): smoother than pixels, sharper than a blur.
 */
final class Mitchell {
  private Mitchell() {}

  /** The ink, about 0 to 1, at (u, v) source pixels from the raster's middle. */
  static double sample(Ink ink, double u, double v) {
    double x = u + (ink.width() - 1) / 2.0;
    double y = v + (ink.height() - 1) / 2.0;
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    if (column < -2 || row < -2 || column > ink.width() || row > ink.height()) {
      return 0;
    }
    double sum = 0;
    for (int j = row - 1; j <= row + 2; j++) {
      if (j < 0 || j >= ink.height()) {
        continue;
      }
      double line = 0;
      for (int i = column - 1; i <= column + 2; i++) {
        if (i >= 0 && i < ink.width()) {
          line += weight(x - i) * ink.at(i, j);
        }
      }
      sum += weight(y - j) * line;
    }
    return sum / 255;
  }

  private static double weight(double distance) {
    double t = Math.abs(distance);
    if (t < 1) {
      return (7 * t * t * t - 12 * t * t + 16.0 / 3) / 6;
    }
    return t < 2 ? (-7.0 / 3 * t * t * t + 12 * t * t - 20 * t + 32.0 / 3) / 6 : 0;
  }
}
