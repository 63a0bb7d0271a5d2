package dev.icrstreams.image.codec;

import java.util.List;

/**
 * An image in grey and in its colours. Nobody changes the arrays once they are filled.
 *
 * @param grey unsigned bytes, row by row, as {@link Greys#grey} has them
 * @param channels red, green and blue in the same way; empty of an image without colours
 */
public record Shades(byte[] grey, List<byte[]> channels) {
  /**
   * An image that is black as yet.
   *
   * @param pixels how many
   * @param coloured whether they may have colours
   */
  public static Shades black(int pixels, boolean coloured) {
    return new Shades(
        new byte[pixels],
        coloured ? List.of(new byte[pixels], new byte[pixels], new byte[pixels]) : List.of());
  }

  /** Sets a pixel of an image in grey; 0 to 255. */
  public void grey(int pixel, int level) {
    grey[pixel] = (byte) level;
  }

  /** Sets a pixel of an image in colour; 0 to 255 each. */
  public void colour(int pixel, int red, int green, int blue) {
    grey[pixel] = (byte) Greys.grey(red, green, blue);
    channels.get(0)[pixel] = (byte) red;
    channels.get(1)[pixel] = (byte) green;
    channels.get(2)[pixel] = (byte) blue;
  }
}
