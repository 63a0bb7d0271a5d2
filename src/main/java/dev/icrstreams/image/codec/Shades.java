package dev.icrstreams.image.codec;

import java.util.Optional;

/**
 * An image in grey and, if something else than the darkest ink is in colour, without that.
 *
 * @param grey unsigned bytes, row by row, as {@link Greys#grey} has them
 * @param uncoloured the lightest of red, green and blue, in which coloured ink fades and black ink
 *     does not; none where the image has no colours, or ink of one kind alone
 */
public record Shades(byte[] grey, Optional<byte[]> uncoloured) {
  /** Percentiles of an image's pixels: most of a field is paper. */
  private static final double PAPER = 0.8;

  /** How much darker than paper ink is, of 255 levels. */
  private static final int LEAST_INK = 25;

  /** Coloured ink keeps less than so much of its contrast in the lightest channel. */
  private static final double FADED = 0.52;

  /** Other ink keeps more. */
  private static final double KEPT = 0.62;

  /** The least share of the ink that is coloured, or is not, to speak of two inks. */
  private static final double LEAST_SHARE = 0.08;

  private static final double LEAST_INKED = 0.005;

  /**
   * Looks for ink of two kinds.
   *
   * @param lightest the lightest of each pixel's colours; kept
   */
  public static Shades of(byte[] grey, byte[] lightest) {
    return hasTwoInks(grey, lightest)
        ? new Shades(grey, Optional.of(lightest))
        : new Shades(grey, Optional.empty());
  }

  private static boolean hasTwoInks(byte[] grey, byte[] lightest) {
    int paper = paper(grey);
    int lightPaper = paper(lightest);
    int faded = 0;
    int kept = 0;
    int inked = 0;
    for (int i = 0; i < grey.length; i++) {
      int contrast = paper - (grey[i] & 0xff);
      int left = lightPaper - (lightest[i] & 0xff);
      inked += contrast >= LEAST_INK ? 1 : 0;
      faded += isColouredInk(contrast, left) ? 1 : 0;
      kept += isPlainInk(contrast, left) ? 1 : 0;
    }
    return inked >= LEAST_INKED * grey.length && Math.min(faded, kept) >= LEAST_SHARE * inked;
  }

  /**
   * Whether a pixel is ink that is in no colour, or in a dark one.
   *
   * @param contrast how much darker than the paper its grey is
   * @param left how much darker than the paper its lightest colour is
   */
  public static boolean isPlainInk(int contrast, int left) {
    return contrast >= LEAST_INK && left > KEPT * contrast;
  }

  /** Whether a pixel is coloured ink alone; as above. */
  public static boolean isColouredInk(int contrast, int left) {
    return contrast >= LEAST_INK && left < FADED * contrast;
  }

  /** The level of the paper. */
  public static int paper(byte[] levels) {
    int[] counts = new int[256];
    for (byte level : levels) {
      counts[level & 0xff]++;
    }
    int level = 0;
    for (long below = counts[0]; below < PAPER * levels.length; below += counts[level]) {
      level++;
    }
    return level;
  }
}
