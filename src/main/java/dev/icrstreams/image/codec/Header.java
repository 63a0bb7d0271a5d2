package dev.icrstreams.image.codec;

/**
 * What an image file declares of itself.
 *
 * @param width columns as stored
 * @param height rows as stored
 * @param pixels the most pixels that decoding takes memory for at once
 * @param pages pages or frames
 * @param orientation as in TIFF and EXIF, 1 to 8; 1 is upright
 * @param pixelHeight a pixel's height over its width, as stored; see {@link PixelShape}
 * @param body the file cut down to what decoding its first page needs
 */
public record Header(
    int width,
    int height,
    long pixels,
    int pages,
    int orientation,
    double pixelHeight,
    byte[] body) {

  static Header of(
      int width, int height, int pages, int orientation, double pixelHeight, byte[] body) {
    long pixels = (long) width * height;
    return new Header(width, height, pixels, pages, orientation, pixelHeight, body);
  }
}
