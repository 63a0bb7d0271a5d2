package dev.icrstreams.image.ink;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A channel in which one ink of an image drops out and another does not, which makes them two: of
 * red, green, blue and the lightest of these, where black ink stays and all other fades, the one
 * that parts them most evenly.
 */
final class DropoutChannel {
  /** Percentiles of an image's pixels: most of a field is paper. */
  private static final double PAPER = 0.8;

  /** How much darker than paper ink is, of 255 levels. */
  private static final int LEAST_INK = 25;

  /** Ink that drops out keeps less than so much of its contrast. */
  private static final double FADED = 0.52;

  /** Other ink keeps more. */
  private static final double KEPT = 0.62;

  /** The least share of the ink that drops out, or does not, to speak of two inks. */
  private static final double LEAST_SHARE = 0.02;

  private static final double LEAST_INKED = 0.005;

  private final byte[] grey;
  private final byte[] channel;
  private final int paper;
  private final int channelPaper;

  private DropoutChannel(byte[] grey, byte[] channel) {
    this.grey = grey;
    this.channel = channel;
    paper = paper(grey);
    channelPaper = paper(channel);
  }

  /**
   * Looks for the best one.
   *
   * @param grey levels of the pixels; kept
   * @param channels their red, green and blue; kept
   */
  static Optional<DropoutChannel> of(byte[] grey, List<byte[]> channels) {
    return Stream.concat(Stream.of(lightest(channels)), channels.stream())
        .map(channel -> new DropoutChannel(grey, channel))
        .filter(each -> each.evidence() > 0)
        .max(Comparator.comparingDouble(DropoutChannel::evidence));
  }

  private static byte[] lightest(List<byte[]> channels) {
    byte[] lightest = channels.get(0).clone();
    for (byte[] channel : channels) {
      for (int i = 0; i < lightest.length; i++) {
        lightest[i] = (byte) Math.max(lightest[i] & 0xff, channel[i] & 0xff);
      }
    }
    return lightest;
  }

  /** How much of all ink is of the rarer of two kinds; 0 for too little to speak of two. */
  private double evidence() {
    int faded = 0;
    int kept = 0;
    int inked = 0;
    for (int i = 0; i < grey.length; i++) {
      inked += isInk(i) ? 1 : 0;
      faded += isFaded(i) ? 1 : 0;
      kept += isKept(i) ? 1 : 0;
    }
    boolean enough =
        inked >= LEAST_INKED * grey.length && Math.min(faded, kept) >= LEAST_SHARE * inked;
    return enough ? (double) Math.min(faded, kept) / inked : 0;
  }

  /** Whether a pixel is ink that does not drop out, perhaps on top of the other. */
  boolean isKept(int pixel) {
    return isInk(pixel) && left(pixel) > KEPT * contrast(pixel);
  }

  /** Whether a pixel is ink that drops out, alone. */
  boolean isFaded(int pixel) {
    return isInk(pixel) && left(pixel) < FADED * contrast(pixel);
  }

  private boolean isInk(int pixel) {
    return contrast(pixel) >= LEAST_INK;
  }

  private int contrast(int pixel) {
    return paper - (grey[pixel] & 0xff);
  }

  private int left(int pixel) {
    return channelPaper - (channel[pixel] & 0xff);
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
