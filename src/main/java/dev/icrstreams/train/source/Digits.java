package dev.icrstreams.train.source;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.GreyImage;

/** An image of a single digit in MNIST's form. Stateless. */
final class Digits {
  private static final int FAINTEST = 40;

  private Digits() {}

  /**
   * Ink of 28 x 28 pixels, normalised in MNIST's manner. What most of the edge is like is taken for
   * paper.
   *
   * @return null if nothing is written
   */
  static Ink ink(GreyImage image) {
    int paper = paper(image);
    byte[] ink = new byte[image.width() * image.height()];
    int darkest = 0;
    for (int i = 0; i < ink.length; i++) {
      int grey = image.grey()[i] & 0xff;
      // full ink is as far from the paper as grey values reach
      int far = Math.abs(grey - paper) * 255 / Math.max(paper, 255 - paper);
      ink[i] = (byte) far;
      darkest = Math.max(darkest, far);
    }
    if (darkest < FAINTEST) {
      return null;
    }
    float[] normalised =
        new DigitNormaliser().normalise(new Ink(image.width(), image.height(), ink));
    byte[] pixels = new byte[normalised.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * normalised[i]);
    }
    return new Ink(DigitNormaliser.SIZE, DigitNormaliser.SIZE, pixels);
  }

  /** The median grey value of the outermost pixels. */
  private static int paper(GreyImage image) {
    int[] counts = new int[256];
    int edge = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (y == 0 || x == 0 || y == image.height() - 1 || x == image.width() - 1) {
          counts[image.at(x, y)]++;
          edge++;
        }
      }
    }
    int seen = 0;
    int grey = 0;
    while ((seen += counts[grey]) * 2 < edge) {
      grey++;
    }
    return grey;
  }
}
