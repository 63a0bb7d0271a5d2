package dev.icrstreams.image.codec;

/**
 * What a file's resolutions say of its pixels. Those of a fax in standard mode (204 by 98 dots an
 * inch, ITU-T T.4) are twice as high as wide.
 */
final class PixelShape {
  /** A pixel's height over its width where nothing else is known. */
  static final double SQUARE = 1;

  /** Nearer to square than this it makes no difference to a digit: a fax in fine mode. */
  private static final double LEAST = 1.1;

  /** No scanner is so uneven: then the file does not know. */
  private static final double MOST = 4;

  private PixelShape() {}

  /**
   * A pixel's height over its width.
   *
   * @param across pixels per unit of length along a row
   * @param down the same along a column, in the same unit
   */
  static double of(double across, double down) {
    double height = across / down;
    double uneven = Math.max(height, 1 / height);
    return uneven >= LEAST && uneven <= MOST ? height : SQUARE;
  }
}
