package dev.icrstreams.image.clean;

import dev.icrstreams.image.plane.Integral;
import dev.icrstreams.image.plane.Plane;

/**
 * Whether ink is darker or lighter than paper. Strokes are thin and few, so the deviations from the
 * local mean are skewed to the ink's side; noise and steps of shading are not skewed.
 */
public final class Polarity {
  private Polarity() {}

  /** Whether the plane shows light ink on dark paper. */
  public static boolean isInverted(Plane grey) {
    Integral sums = Integral.of(grey);
    int radius = Math.max(4, grey.height() / 2);
    double cubes = 0;
    double[] means = new double[grey.width()];
    for (int y = 0; y < grey.height(); y++) {
      sums.means(y, radius, means);
      for (int x = 0; x < grey.width(); x++) {
        double off = grey.values()[y * grey.width() + x] - means[x];
        cubes += off * off * off;
      }
    }
    return cubes > 0;
  }

  /** Exchanges black and white, in place. */
  public static void invert(Plane grey) {
    for (int i = 0; i < grey.values().length; i++) {
      grey.values()[i] = 255 - grey.values()[i];
    }
  }
}
