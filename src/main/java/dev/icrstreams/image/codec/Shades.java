package dev.icrstreams.image.codec;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * An image in grey and, if it shows ink of two colours, each of these alone. They are two where
 * there is a channel in which one drops out and the other does not: the lightest of red, green and
 * blue, where black ink stays and all other fades, or else one of the three.
 *
 * @param grey unsigned bytes, row by row, as {@link Greys#grey} has them
 * @param inks none where ink is of one kind alone
 */
public record Shades(byte[] grey, Optional<TwoInks> inks) {
  /** Percentiles of an image's pixels: most of a field is paper. */
  private static final double PAPER = 0.8;

  /** How much darker than paper ink is, of 255 levels. */
  private static final int LEAST_INK = 25;

  /** Ink that drops out keeps less than so much of its contrast. */
  private static final double FADED = 0.52;

  /** Other ink keeps more. */
  private static final double KEPT = 0.62;

  /** The least share of the ink that drops out, or does not, to speak of two inks. */
  private static final double LEAST_SHARE = 0.08;

  private static final double LEAST_INKED = 0.005;

  /**
   * Looks for ink of two kinds.
   *
   * @param width of the image
   * @param grey kept
   * @param channels red, green and blue, kept; or none
   */
  static Shades of(int width, byte[] grey, byte[][] channels) {
    if (channels.length == 0) {
      return new Shades(grey, Optional.empty());
    }
    byte[] lightest = lightest(channels);
    Optional<byte[]> dropout =
        evidence(grey, lightest) > 0
            ? Optional.of(lightest)
            : Arrays.stream(channels)
                .filter(channel -> evidence(grey, channel) > 0)
                .max(Comparator.comparingDouble(channel -> evidence(grey, channel)));
    return new Shades(grey, dropout.map(channel -> parted(width, grey, channels, channel)));
  }

  private static TwoInks parted(int width, byte[] grey, byte[][] channels, byte[] dropout) {
    int paper = paper(grey);
    int lightPaper = paper(dropout);
    return TwoInks.of(
        width,
        channels,
        i -> isKept(paper - (grey[i] & 0xff), lightPaper - (dropout[i] & 0xff)),
        i -> isFaded(paper - (grey[i] & 0xff), lightPaper - (dropout[i] & 0xff)));
  }

  private static byte[] lightest(byte[][] channels) {
    byte[] lightest = channels[0].clone();
    for (byte[] channel : channels) {
      for (int i = 0; i < lightest.length; i++) {
        lightest[i] = (byte) Math.max(lightest[i] & 0xff, channel[i] & 0xff);
      }
    }
    return lightest;
  }

  /**
   * How much of the rarer of two inks a channel tells apart, as a share of all; 0 for too little.
   */
  private static double evidence(byte[] grey, byte[] channel) {
    int paper = paper(grey);
    int channelPaper = paper(channel);
    int faded = 0;
    int kept = 0;
    int inked = 0;
    for (int i = 0; i < grey.length; i++) {
      int contrast = paper - (grey[i] & 0xff);
      int left = channelPaper - (channel[i] & 0xff);
      inked += contrast >= LEAST_INK ? 1 : 0;
      faded += isFaded(contrast, left) ? 1 : 0;
      kept += isKept(contrast, left) ? 1 : 0;
    }
    boolean enough =
        inked >= LEAST_INKED * grey.length && Math.min(faded, kept) >= LEAST_SHARE * inked;
    return enough ? (double) Math.min(faded, kept) / inked : 0;
  }

  /**
   * Whether a pixel is ink that does not drop out.
   *
   * @param contrast how much darker than the paper its grey is
   * @param left how much darker than the paper it is in the channel
   */
  private static boolean isKept(int contrast, int left) {
    return contrast >= LEAST_INK && left > KEPT * contrast;
  }

  /** Whether a pixel is ink that drops out; as above. */
  private static boolean isFaded(int contrast, int left) {
    return contrast >= LEAST_INK && left < FADED * contrast;
  }

  /** The level of the paper. */
  static int paper(byte[] levels) {
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
