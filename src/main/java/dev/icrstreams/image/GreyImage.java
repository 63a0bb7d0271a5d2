package dev.icrstreams.image;

import dev.icrstreams.field.Box;

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

  /** All of it. */
  public Box whole() {
    return new Box(0, 0, width, height);
  }

  /** A part that lies within, as an image of its own; itself if that is all. */
  GreyImage part(Box box) {
    if (box.equals(whole())) {
      return this;
    }
    byte[] part = new byte[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      System.arraycopy(grey, (box.y() + y) * width + box.x(), part, y * box.width(), box.width());
    }
    return new GreyImage(box.width(), box.height(), part, pages);
  }
}
