package dev.icrstreams.image.clean;

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
    double noise = noise(ink, LOWER_PAPER, UPPER_PAPER);
    double texture = noise(ink, LOWER_TEXTURE, UPPER_TEXTURE);
    double paper = ink.quantile(UPPER_PAPER) + 0.7 * noise;
    double strength = ink.quantile(1 - INKED_SHARE) - paper;
    if (strength < LEAST_CONTRAST) {
      return new Binarised(soft, false);
    }
    if (strength < NOISE_FACTOR * (strength < BOLD ? Math.max(noise, texture) : noise)) {
      return new Binarised(soft, mayHideInk(ink));
    }
    Plane light = new Plane(ink.width(), ink.height());
    for (int i = 0; i < soft.length; i++) {
      double share = Math.max(0, Math.min(1, (ink.values()[i] - paper) / strength));
      light.values()[i] = (float) (1 - STRETCHED * share);
    }
    Integral sums = Integral.of(light, false);
    Integral squares = Integral.of(light, true);
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        double mean = sums.mean(x, y, window / 2);
        double threshold = mean - K * Math.sqrt(squares.mean(x, y, window / 2));
        int at = y * ink.width() + x;
        soft[at] = (byte) soft(1 - light.values()[at], 1 - threshold);
      }
    }
    return new Binarised(soft, false);
  }

  /** Noise averages out over a stroke's width, ink does not. */
  private static boolean mayHideInk(Plane ink) {
    Integral sums = Integral.of(ink, false);
    Plane calm = new Plane(ink.width(), ink.height());
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        calm.values()[y * ink.width() + x] = (float) sums.mean(x, y, STROKE_REACH);
      }
    }
    return calm.quantile(1 - INKED_SHARE) - calm.quantile(UPPER_PAPER) >= LEAST_CONTRAST;
  }

  /** The noise of the noisiest part: dividing by the background makes that of dark paper larger. */
  private static double noise(Plane ink, double lower, double upper) {
    double most = 0;
    int tiles = Math.max(1, ink.width() / ink.height());
    for (int tile = 0; tile < tiles; tile++) {
      Plane part = ink.columns(tile * ink.width() / tiles, (tile + 1) * ink.width() / tiles);
      most = Math.max(most, part.quantile(upper) - part.quantile(lower));
    }
    return most;
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
