package dev.icrstreams.image.codec;

/** The pixels of an image while they are read: their grey and, if it has colours, these. */
public final class Colours {
  private final int width;
  private final byte[] grey;

  /** Red, green and blue; none of an image in grey. */
  private final byte[][] channels;

  /**
   * An image, black as yet.
   *
   * @param width columns
   * @param height rows
   * @param coloured whether they may have colours
   */
  public Colours(int width, int height, boolean coloured) {
    this.width = width;
    grey = new byte[width * height];
    channels = coloured ? new byte[3][grey.length] : new byte[0][];
  }

  /** Sets a pixel of an image in grey; 0 to 255. */
  public void grey(int pixel, int level) {
    grey[pixel] = (byte) level;
  }

  /** Sets a pixel of an image in colour; 0 to 255 each. */
  public void colour(int pixel, int red, int green, int blue) {
    grey[pixel] = (byte) Greys.grey(red, green, blue);
    channels[0][pixel] = (byte) red;
    channels[1][pixel] = (byte) green;
    channels[2][pixel] = (byte) blue;
  }

  /** What was set, in grey and, where there is ink of two colours, in each of them. */
  public Shades shades() {
    return Shades.of(width, grey, channels);
  }
}
