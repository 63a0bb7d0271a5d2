package dev.icrstreams.image.clean;

import dev.icrstreams.image.plane.Distribution;
import dev.icrstreams.image.plane.Integral;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.image.plane.WindowSums;

/**
 * Local binarisation after NICK (K. Khurshid et al., 2009): a pixel is ink if it is darker than
 * {@code m - k sqrt(mean of squares)} of its window. Contrast is stretched first, so that pencil is
 * treated as ink is, and a field whose darkest pixels do not stand out of the paper's own noise has
 * no ink at all.
 */
public final class Binariser {
  private static final double K = 0.2;
  private static final double STRETCHED = 0.7;
  private static final double INKED_SHARE = 0.005;

  /** A single digit amid much paper; it must be so clear that no dirt is taken for one. */
  private static final double FEW = 0.0008;

  private static final double CLEAR = 0.15;
  private static final double CLEAR_NOISE_FACTOR = 8;

  /** A quarter of the pixels is paper even under a scribble; these two lie a deviation apart. */
  private static final double UPPER_PAPER = 0.25;

  private static final double LOWER_PAPER = 0.05;

  /** Printed texture spreads up to the middle; but so does dense ink, which is bold. */
  private static final double UPPER_TEXTURE = 0.5;

  private static final double LOWER_TEXTURE = 0.16;
  private static final double BOLD = 0.5;
  private static final double LEAST_CONTRAST = 0.08;
  private static final double NOISE_FACTOR = 4;

  /** Half a stroke, in pixels of the working resolution. */
  private static final int STROKE_REACH = 3;

  private Binariser() {}

  /**
   * A field's ink.
   *
   * @param soft 0 to 255 a pixel, from 128 on where it is ink
   * @param unclear whether there is no ink only because the paper's noise would hide any
   */
  public record Binarised(byte[] soft, boolean unclear) {}

  /**
   * Soft ink of a flattened field.
   *
   * @param ink 0 is paper, 1 is black
   * @param window side of the window, in pixels
   */
  public static Binarised binarise(Plane ink, int window) {
    byte[] soft = new byte[ink.values().length];
    double noise = 0;
    double texture = 0;
    // the noisiest part counts: dividing by the background makes the noise of dark paper larger
    int tiles = Math.max(1, ink.width() / ink.height());
    for (int tile = 0; tile < tiles; tile++) {
      Distribution part =
          Distribution.of(ink, tile * ink.width() / tiles, (tile + 1) * ink.width() / tiles);
      noise = Math.max(noise, part.quantile(UPPER_PAPER) - part.quantile(LOWER_PAPER));
      texture = Math.max(texture, part.quantile(UPPER_TEXTURE) - part.quantile(LOWER_TEXTURE));
    }
    Distribution all = Distribution.of(ink, 0, ink.width());
    double paper = all.quantile(UPPER_PAPER) + 0.7 * noise;
    double strength = all.quantile(1 - INKED_SHARE) - paper;
    if (strength < LEAST_CONTRAST) {
      strength = all.quantile(1 - FEW) - paper;
      if (strength < CLEAR || strength < CLEAR_NOISE_FACTOR * noise) {
        return new Binarised(soft, false);
      }
    }
    if (strength < NOISE_FACTOR * (strength < BOLD ? Math.max(noise, texture) : noise)) {
      return new Binarised(soft, mayHideInk(ink));
    }
    Plane light = new Plane(ink.width(), ink.height());
    for (int i = 0; i < soft.length; i++) {
      float value = ink.values()[i];
      // more than half of all pixels are paper: no division for them
      double share = value > paper ? Math.min(1, (value - paper) / strength) : 0;
      light.values()[i] = (float) (1 - STRETCHED * share);
    }
    WindowSums sums = new WindowSums(light, window / 2);
    for (int y = 0; y < ink.height(); y++) {
      sums.next();
      for (int x = 0; x < ink.width(); x++) {
        int at = y * ink.width() + x;
        // paper without any ink is below every threshold
        if (light.values()[at] < 1) {
          double threshold = sums.mean(x) - K * Math.sqrt(sums.meanSquare(x));
          soft[at] = (byte) soft(1 - light.values()[at], 1 - threshold);
        }
      }
    }
    return new Binarised(soft, false);
  }

  /** Noise averages out over a stroke's width, ink does not. */
  private static boolean mayHideInk(Plane ink) {
    Integral sums = Integral.of(ink);
    Plane calm = new Plane(ink.width(), ink.height());
    double[] means = new double[ink.width()];
    for (int y = 0; y < ink.height(); y++) {
      sums.means(y, STROKE_REACH, means);
      for (int x = 0; x < ink.width(); x++) {
        calm.values()[y * ink.width() + x] = (float) means[x];
      }
    }
    return calm.quantile(1 - INKED_SHARE) - calm.quantile(UPPER_PAPER) >= LEAST_CONTRAST;
  }

  /** Maps 0 to 0, the threshold to 128 and full ink to 255. */
  private static int soft(double ink, double threshold) {
    if (ink >= threshold) {
      double above = (ink - threshold) / Math.max(1e-6, STRETCHED - threshold);
      return 128 + (int) Math.min(127, 127 * above);
    }
    return (int) Math.min(127, 128 * ink / threshold);
  }
}
