package dev.icrstreams.synth.glyph;

import dev.icrstreams.field.Ink;

/** How ink is spread over a raster. */
final class Moments {
  private Moments() {}

  /** How far the top leans to the right, as a share of the height; from second moments. */
  static double slant(Ink ink) {
    double sum = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXy = 0;
    double sumYy = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        int v = ink.at(x, y);
        sum += v;
        sumX += (double) v * x;
        sumY += (double) v * y;
        sumXy += (double) v * x * y;
        sumYy += (double) v * y * y;
      }
    }
    double variance = sumYy * sum - sumY * sumY;
    return variance <= 0 ? 0 : (sumX * sumY - sumXy * sum) / variance;
  }
}
