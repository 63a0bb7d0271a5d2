package dev.icrstreams.image;

/**
 * A decoded image, upright, in grey.
 *
 * <p>The array is given away, not copied.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param grey {@code width * height} unsigned bytes, row by row: 0 is black, 255 is white
 * @param pages how many pages or frames the file holds; this is the first
 */
public record GreyImage(int width, int height, byte[] grey, int pages) {
  /** Checks the sizes. */
  public GreyImage {
    if (width < 1 || height < 1 || grey.length != (long) width * height || pages < 1) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels in " + grey.length + " bytes, " + pages + " pages");
    }
  }

  /** The grey value at a pixel, 0 to 255. */
  public int at(int x, int y) {
    return grey[y * width + x] & 0xff;
  }
}
