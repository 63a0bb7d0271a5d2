package dev.icrstreams.image;

import dev.icrstreams.image.codec.Shades;

/**
 * Ink in colours and other ink, each without the other. Contrasts of inks add up, and of the
 * coloured ink the same share of its contrast is left in the lightest of red, green and blue
 * wherever it is: so much is taken away where that channel shows it together with the other ink.
 */
final class TwoInks {
  private static final int WHITE = 255;
  private static final int PER_CENT = 100;

  private final int width;
  private final byte[] grey;
  private final byte[] lightest;
  private final int paper;
  private final int lightPaper;

  /**
   * @param width of the image
   * @param grey its grey levels; kept
   * @param lightest the lightest of each pixel's colours; kept
   */
  TwoInks(int width, byte[] grey, byte[] lightest) {
    this.width = width;
    this.grey = grey;
    this.lightest = lightest;
    paper = Shades.paper(grey);
    lightPaper = Shades.paper(lightest);
  }

  /** Grey levels of what is in no colour. */
  byte[] plain() {
    double share = shareLeft();
    byte[] plain = new byte[grey.length];
    for (int i = 0; i < plain.length; i++) {
      double coloured = Math.max(0, contrast(i) - left(i)) / (1 - share);
      double level = (lightest[i] & 0xff) + share * coloured;
      // never lighter than paper that there is
      plain[i] = (byte) Math.round(Math.max(lightest[i] & 0xff, Math.min(lightPaper, level)));
    }
    return plain;
  }

  /** Grey levels of the coloured ink, also where the other ink hides it. */
  byte[] coloured() {
    byte[] contrast = new byte[grey.length];
    boolean[] hidden = new boolean[grey.length];
    for (int i = 0; i < contrast.length; i++) {
      contrast[i] = (byte) Math.max(0, (lightest[i] & 0xff) - (grey[i] & 0xff));
      hidden[i] = Shades.isPlainInk(contrast(i), left(i));
    }
    byte[] coloured = HiddenStrokes.filled(width, contrast, hidden);
    for (int i = 0; i < coloured.length; i++) {
      coloured[i] = (byte) (WHITE - (coloured[i] & 0xff));
    }
    return coloured;
  }

  /** The median share of its contrast that is left of the coloured ink. */
  private double shareLeft() {
    int[] counts = new int[PER_CENT + 1];
    int coloured = 0;
    for (int i = 0; i < grey.length; i++) {
      if (Shades.isColouredInk(contrast(i), left(i))) {
        counts[Math.max(0, PER_CENT * left(i) / contrast(i))]++;
        coloured++;
      }
    }
    int share = 0;
    for (int below = counts[0]; 2 * below < coloured; below += counts[share]) {
      share++;
    }
    return (double) share / PER_CENT;
  }

  private int contrast(int pixel) {
    return paper - (grey[pixel] & 0xff);
  }

  private int left(int pixel) {
    return lightPaper - (lightest[pixel] & 0xff);
  }
}
