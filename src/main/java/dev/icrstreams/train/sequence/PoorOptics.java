package dev.icrstreams.train.sequence;

import dev.icrstreams.image.plane.Blur;
import dev.icrstreams.image.plane.Plane;
import java.util.SplittableRandom;

/**
 * What a camera out of focus, a hand that shakes or a scan of few pixels leaves of writing. Lengths
 * are in shares of a digit's height. Stateless.
 */
final class PoorOptics {
  private static final double LEAST_BLUR = 0.02;
  private static final double MOST_BLUR = 0.085;
  private static final double LEAST_SHAKE = 0.06;
  private static final double MOST_SHAKE = 0.24;

  /** Rows of a digit that few pixels leave. */
  private static final double FEWEST_ROWS = 9;

  private static final double MOST_ROWS = 18;

  private PoorOptics() {}

  /** The same grey contrast, less sharp in one of the three ways. */
  static Plane applied(Plane sharp, double digitHeight, SplittableRandom random) {
    double kind = random.nextDouble();
    if (kind < 0.4) {
      float[] values = sharp.values().clone();
      double sigma = digitHeight * between(LEAST_BLUR, MOST_BLUR, random);
      Blur.gaussian(values, sharp.width(), sharp.height(), sigma);
      return new Plane(sharp.width(), sharp.height(), values);
    }
    if (kind < 0.65) {
      double length = digitHeight * between(LEAST_SHAKE, MOST_SHAKE, random);
      return shaken(sharp, length, Math.PI * random.nextDouble());
    }
    return coarse(sharp, digitHeight / between(FEWEST_ROWS, MOST_ROWS, random));
  }

  private static double between(double least, double most, SplittableRandom random) {
    return least + (most - least) * random.nextDouble();
  }

  /** The mean along a short way. */
  private static Plane shaken(Plane sharp, double length, double direction) {
    int steps = Math.max(2, (int) Math.ceil(length) + 1);
    Plane shaken = new Plane(sharp.width(), sharp.height());
    for (int step = 0; step < steps; step++) {
      double along = length * ((double) step / (steps - 1) - 0.5);
      double across = along * Math.cos(direction);
      double down = along * Math.sin(direction);
      for (int y = 0; y < sharp.height(); y++) {
        for (int x = 0; x < sharp.width(); x++) {
          shaken.values()[y * sharp.width() + x] += between(sharp, x + across, y + down) / steps;
        }
      }
    }
    return shaken;
  }

  /** Fewer pixels of this size, each the mean of what it covers, and what lies between them. */
  private static Plane coarse(Plane sharp, double pixel) {
    if (pixel <= 1) {
      return sharp;
    }
    int width = (int) Math.ceil(sharp.width() / pixel);
    int height = (int) Math.ceil(sharp.height() / pixel);
    Plane few = new Plane(width, height);
    int[] covered = new int[width * height];
    for (int y = 0; y < sharp.height(); y++) {
      int row = (int) (y / pixel);
      for (int x = 0; x < sharp.width(); x++) {
        int at = row * width + (int) (x / pixel);
        few.values()[at] += sharp.values()[y * sharp.width() + x];
        covered[at]++;
      }
    }
    for (int i = 0; i < covered.length; i++) {
      few.values()[i] /= Math.max(1, covered[i]);
    }
    Plane coarse = new Plane(sharp.width(), sharp.height());
    for (int y = 0; y < sharp.height(); y++) {
      for (int x = 0; x < sharp.width(); x++) {
        coarse.values()[y * sharp.width() + x] =
            between(few, (x + 0.5) / pixel - 0.5, (y + 0.5) / pixel - 0.5);
      }
    }
    return coarse;
  }

  /** What lies between four pixels; outside the plane as at its border. */
  private static float between(Plane plane, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float across = (float) (x - left);
    float down = (float) (y - top);
    return (1 - down) * ((1 - across) * at(plane, left, top) + across * at(plane, left + 1, top))
        + down * ((1 - across) * at(plane, left, top + 1) + across * at(plane, left + 1, top + 1));
  }

  private static float at(Plane plane, int x, int y) {
    int column = Math.max(0, Math.min(plane.width() - 1, x));
    int row = Math.max(0, Math.min(plane.height() - 1, y));
    return plane.values()[row * plane.width() + column];
  }
}
