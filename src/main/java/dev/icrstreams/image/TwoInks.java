package dev.icrstreams.image;

import dev.icrstreams.image.codec.Shades;
import java.util.function.BiPredicate;

/**
 * Each of two inks without the other. Contrasts of inks add up, and in a channel in which one drops
 * out each keeps a share of its contrast that is the same wherever it is: what is seen in grey and
 * in that channel tells how much of each there is.
 */
final class TwoInks {
  private static final int WHITE = 255;
  private static final int PER_CENT = 100;

  /** Shares above this count as one: light that an ink throws back weighs little. */
  private static final int MOST = 150;

  private final int width;
  private final byte[] grey;
  private final byte[] channel;
  private final int paper;
  private final int channelPaper;

  /** Of the contrast of the ink that stays, and of that of the ink that drops out. */
  private final double kept;

  private final double faded;

  /**
   * @param width of the image
   * @param grey its grey levels; kept
   * @param channel its levels where one of the inks drops out; kept
   */
  TwoInks(int width, byte[] grey, byte[] channel) {
    this.width = width;
    this.grey = grey;
    this.channel = channel;
    paper = Shades.paper(grey);
    channelPaper = Shades.paper(channel);
    kept = Math.min(1, medianShare(Shades::isKept));
    faded = medianShare(Shades::isFaded);
  }

  /** Grey levels of the ink that does not drop out. */
  byte[] kept() {
    byte[] levels = new byte[grey.length];
    for (int i = 0; i < levels.length; i++) {
      int level = channel[i] & 0xff;
      double lighter = faded * Math.max(0, kept * contrast(i) - left(i)) / (kept - faded);
      // never lighter than paper that there is
      levels[i] = (byte) Math.round(Math.max(level, Math.min(channelPaper, level + lighter)));
    }
    return levels;
  }

  /** Grey levels of the ink that drops out, also where the other hides it. */
  byte[] dropped() {
    byte[] contrast = new byte[grey.length];
    boolean[] hidden = new boolean[grey.length];
    for (int i = 0; i < contrast.length; i++) {
      double own = Math.max(0, kept * contrast(i) - left(i));
      contrast[i] = (byte) Math.min(WHITE, Math.round(own));
      hidden[i] = Shades.isKept(contrast(i), left(i));
    }
    byte[] levels = HiddenStrokes.filled(width, contrast, hidden);
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (WHITE - (levels[i] & 0xff));
    }
    return levels;
  }

  /** The median share of their contrast that is left of some pixels. */
  private double medianShare(BiPredicate<Integer, Integer> some) {
    int[] counts = new int[MOST + 1];
    int all = 0;
    for (int i = 0; i < grey.length; i++) {
      if (some.test(contrast(i), left(i))) {
        counts[Math.max(0, Math.min(MOST, PER_CENT * left(i) / contrast(i)))]++;
        all++;
      }
    }
    int share = 0;
    for (int below = counts[0]; 2 * below < all; below += counts[share]) {
      share++;
    }
    return (double) share / PER_CENT;
  }

  private int contrast(int pixel) {
    return paper - (grey[pixel] & 0xff);
  }

  private int left(int pixel) {
    return channelPaper - (channel[pixel] & 0xff);
  }
}
