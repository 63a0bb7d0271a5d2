package dev.icrstreams.image;

/**
 * Lines that dirt under a scanner's glass draws down the page: dark, thin, straight to the pixel
 * and from border to border. Stateless.
 */
final class Streaks {
  /** Rows below which a pen's 1 may be as straight. */
  private static final int LEAST_HEIGHT = 48;

  /** Over the image's height, how wide a streak may be; and at least, in pixels. */
  private static final double WIDEST = 1.0 / 40;

  private static final int LEAST_WIDEST = 2;

  /** Levels by which a streak is darker than what is beside it, at least. */
  private static final int DARKER = 24;

  /** Of the rows, in how many it must be so, and in all at the image's top and bottom. */
  private static final double CLEAR = 0.5;

  private static final double BORDER = 0.04;

  /** Of the rows, in how many it must be about as dark as there: strokes may cross it. */
  private static final double UNBROKEN = 0.98;

  /** More are lines of the form. */
  private static final int MOST = 4;

  private Streaks() {}

  /** The image with streaks filled by what is beside them; itself if there are none. */
  static GreyImage fill(GreyImage image) {
    int height = image.height();
    if (height < LEAST_HEIGHT) {
      return image;
    }
    int widest = Math.max(LEAST_WIDEST, (int) (WIDEST * height));
    byte[] filled = null;
    int streaks = 0;
    int x = 1;
    while (x < image.width() - 1) {
      int width = width(image, x, widest);
      if (width > 0) {
        streaks++;
        filled = filled == null ? image.grey().clone() : filled;
        fill(image, x, width, filled);
      }
      x += Math.max(1, width);
    }
    return filled == null || streaks > MOST ? image : image.with(filled);
  }

  /** How wide the streak is that begins in a column; 0 if none does. */
  private static int width(GreyImage image, int x, int widest) {
    for (int width = 1; width <= widest && x + width < image.width(); width++) {
      if (isStreak(image, x, width)) {
        return width;
      }
    }
    return 0;
  }

  private static boolean isStreak(GreyImage image, int x, int width) {
    int height = image.height();
    int border = Math.max(2, (int) (BORDER * height));
    int lightest = 0;
    for (int i = 0; i < border; i++) {
      if (!isDarker(image, x, width, i) || !isDarker(image, x, width, height - 1 - i)) {
        return false;
      }
      lightest = Math.max(lightest, level(image, x, width, i));
      lightest = Math.max(lightest, level(image, x, width, height - 1 - i));
    }
    int clear = 0;
    int unbroken = 0;
    for (int y = 0; y < height; y++) {
      clear += isDarker(image, x, width, y) ? 1 : 0;
      unbroken += level(image, x, width, y) <= lightest + DARKER ? 1 : 0;
    }
    return clear >= CLEAR * height && unbroken >= UNBROKEN * height;
  }

  /** Whether all of some columns are darker than both beside them. */
  private static boolean isDarker(GreyImage image, int x, int width, int y) {
    int beside = Math.min(image.at(x - 1, y), image.at(x + width, y));
    return level(image, x, width, y) <= beside - DARKER;
  }

  /** The lightest of some columns. */
  private static int level(GreyImage image, int x, int width, int y) {
    int level = 0;
    for (int i = x; i < x + width; i++) {
      level = Math.max(level, image.at(i, y));
    }
    return level;
  }

  private static void fill(GreyImage image, int x, int width, byte[] filled) {
    for (int y = 0; y < image.height(); y++) {
      int left = image.at(x - 1, y);
      int right = image.at(x + width, y);
      for (int i = 0; i < width; i++) {
        double share = (i + 1.0) / (width + 1);
        filled[y * image.width() + x + i] = (byte) Math.round(left + share * (right - left));
      }
    }
  }
}
