package dev.icrstreams.evaluate.page;

import dev.icrstreams.image.GreyImage;
import java.awt.image.BufferedImage;

/** A scanned field, small enough for the page. */
final class FieldPicture {
  private static final int MAX_WIDTH = 480;
  private static final int MAX_HEIGHT = 160;

  private FieldPicture() {}

  /** The field's pixels, averaged down by a whole number if it is larger than the page shows. */
  static BufferedImage of(GreyImage field) {
    int step = 1 + Math.max((field.width() - 1) / MAX_WIDTH, (field.height() - 1) / MAX_HEIGHT);
    int width = Math.max(1, field.width() / step);
    int height = Math.max(1, field.height() / step);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.getRaster().setSample(x, y, 0, mean(field, x * step, y * step, step));
      }
    }
    return picture;
  }

  private static int mean(GreyImage field, int left, int top, int step) {
    int right = Math.min(field.width(), left + step);
    int bottom = Math.min(field.height(), top + step);
    long sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += field.at(x, y);
      }
    }
    return (int) (sum / ((long) (right - left) * (bottom - top)));
  }
}
