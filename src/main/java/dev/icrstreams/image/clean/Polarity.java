package dev.icrstreams.image.clean;

import dev.icrstreams.image.plane.Extrema;
import dev.icrstreams.image.plane.Integral;
import dev.icrstreams.image.plane.Plane;

/**
 * Whether ink is darker or lighter than paper. Strokes are thin and few, so the deviations from the
 * local mean are skewed to the ink's side; noise and steps of shading are not skewed.
 */
public final class Polarity {
  /** Skewness, as a share of the most there could be, from which on it is believed. */
  private static final double CLEAR = 0.6;

  /** Below this there is none: what is left is light or dark that falls off to the sides. */
  private static final double NONE = 0.12;

  /** Side of a window wider than most strokes and than edges, as a share of the field's height. */
  private static final double WINDOW = 0.15;

  /** The share of what is narrower that must be light. */
  private static final double MOSTLY = 0.53;

  /** Between the darkest, 0, and the lightest, 1, what light paper's level is beyond. */
  private static final double LIGHT = 0.8;

  /** The share of a field's pixels beyond which these two are. */
  private static final double EXTREME = 0.02;

  private Polarity() {}

  /** Whether the plane shows light ink on dark paper. */
  public static boolean isInverted(Plane grey) {
    Integral sums = Integral.of(grey);
    int radius = Math.max(4, grey.height() / 2);
    double cubes = 0;
    double all = 0;
    double[] means = new double[grey.width()];
    for (int y = 0; y < grey.height(); y++) {
      sums.means(y, radius, means);
      for (int x = 0; x < grey.width(); x++) {
        double off = grey.values()[y * grey.width() + x] - means[x];
        cubes += off * off * off;
        all += Math.abs(off * off * off);
      }
    }
    return cubes > NONE * all
        && !isLight(grey, border(grey))
        && (cubes > CLEAR * all || lightStrokes(grey) > MOSTLY);
  }

  /** The pixels along the field's sides: paper, mostly. */
  private static Plane border(Plane grey) {
    int width = grey.width();
    int height = grey.height();
    Plane border = new Plane(width + height, 2);
    for (int x = 0; x < width; x++) {
      border.values()[x] = grey.values()[x];
      border.values()[width + height + x] = grey.values()[(height - 1) * width + x];
    }
    for (int y = 0; y < height; y++) {
      border.values()[width + y] = grey.values()[y * width];
      border.values()[2 * width + height + y] = grey.values()[(y + 1) * width - 1];
    }
    return border;
  }

  /** Whether a part of a field is as light as what is light in it. */
  private static boolean isLight(Plane grey, Plane part) {
    double darkest = grey.quantile(EXTREME);
    double lightest = grey.quantile(1 - EXTREME);
    return part.quantile(0.5) - darkest > LIGHT * (lightest - darkest);
  }

  /**
   * How much of what is narrower than a window is light, 0 to 1: an edge of shadow is as much light
   * as dark, and the paper between a stain and the field's border goes on beyond it.
   */
  private static double lightStrokes(Plane field) {
    int window = (int) (WINDOW * field.height()) | 1;
    Plane grey = field.extended(window);
    Extrema paper = new Extrema(grey, window);
    paper.lightest();
    paper.darkest();
    Extrema ground = new Extrema(grey, window);
    ground.darkest();
    ground.lightest();
    float[] lightest = paper.plane().values();
    float[] darkest = ground.plane().values();
    double light = 0;
    double dark = 0;
    for (int i = 0; i < grey.values().length; i++) {
      light += Math.pow(grey.values()[i] - darkest[i], 3);
      dark += Math.pow(lightest[i] - grey.values()[i], 3);
    }
    return light > 0 ? light / (light + dark) : 0;
  }

  /** Exchanges black and white, in place. */
  public static void invert(Plane grey) {
    for (int i = 0; i < grey.values().length; i++) {
      grey.values()[i] = 255 - grey.values()[i];
    }
  }
}
