package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.ink.TwoInks;
import java.util.List;
import java.util.Optional;

/**
 * A decoded image, upright, in grey, its pixels square.
 *
 * <p>The arrays are given away, not copied.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param grey {@code width * height} unsigned bytes, row by row: 0 is black, 255 is white
 * @param pages how many pages or frames the file holds; this is the first
 * @param pixelHeight the height of the file's pixels over their width: 1, or of a fax some 2; so
 *     many rows here stand for one of the file, or of columns the inverse
 * @param channels red, green and blue in the same way; empty of an image without colours
 */
public record GreyImage(
    int width, int height, byte[] grey, int pages, double pixelHeight, List<byte[]> channels) {
  private static final double ROUNDING = 1e-6;
  private static final int LARGEST_FIELD = 4_000_000;

  /** Checks the sizes. */
  public GreyImage {
    if (width < 1
        || height < 1
        || grey.length != (long) width * height
        || pages < 1
        || !(pixelHeight > 0)
        || channels.stream().anyMatch(each -> each.length != grey.length)) {
      throw new IllegalArgumentException(
          "%d x %d pixels in %d bytes, %d pages, file's pixels %s times as high as wide"
              .formatted(width, height, grey.length, pages, pixelHeight));
    }
  }

  /** An image as it is in its file, without colours. */
  public GreyImage(int width, int height, byte[] grey, int pages) {
    this(width, height, grey, pages, 1, List.of());
  }

  /**
   * Each of its inks alone, if it shows ink of two colours, or of one and black. Not of images much
   * larger than fields are: parting inks takes over twenty bytes a pixel, and one image must not
   * take a service's memory.
   */
  public Optional<TwoInks> inks() {
    return grey.length > LARGEST_FIELD ? Optional.empty() : TwoInks.of(width, grey, channels);
  }

  /** The same pixels in other levels, without colours. */
  public GreyImage with(byte[] levels) {
    return new GreyImage(width, height, levels, pages);
  }

  /** The grey value at a pixel, 0 to 255. */
  public int at(int x, int y) {
    return grey[y * width + x] & 0xff;
  }

  /** All of it. */
  public Box whole() {
    return new Box(0, 0, width, height);
  }

  /** The smallest box of the file's pixels around a box of this image. */
  public Box toFile(Box box) {
    return scaled(box, Math.min(1, pixelHeight), 1 / Math.max(1, pixelHeight));
  }

  /** The smallest box of this image around a box of the file's pixels. */
  public Box fromFile(Box box) {
    return scaled(box, 1 / Math.min(1, pixelHeight), Math.max(1, pixelHeight));
  }

  private static Box scaled(Box box, double across, double down) {
    int left = (int) Math.floor(box.x() * across + ROUNDING);
    int top = (int) Math.floor(box.y() * down + ROUNDING);
    int right = (int) Math.ceil(box.right() * across - ROUNDING);
    int bottom = (int) Math.ceil(box.bottom() * down - ROUNDING);
    return new Box(left, top, right - left, bottom - top);
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
