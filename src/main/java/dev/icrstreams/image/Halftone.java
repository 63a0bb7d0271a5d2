package dev.icrstreams.image;

import dev.icrstreams.image.plane.Blur;
import dev.icrstreams.image.plane.Plane;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Shades that a black and white scan shows by dots: dither, a printer's screen, a shadow's grain.
 * To whoever looks for strokes they are thousands of specks, so they are smoothed into the grey
 * that they stand for. Stateless.
 */
final class Halftone {
  /** Levels from the darkest or the lightest within which a pixel counts as black or white. */
  private static final int LIKE_EXTREMES = 16;

  /** Of the pixels, how many must be so. */
  private static final double BLACK_AND_WHITE = 0.97;

  private static final int LEAST_CONTRAST = 64;

  /** Side of the squares that are looked at, in pixels. */
  private static final int TILE = 8;

  /** Of a square's neighbouring pixels, how many differ where dots are; strokes have fewer. */
  private static final double DIFFER = 0.25;

  /** Of the squares, how many must have dots. */
  private static final double LEAST_DOTTED = 0.15;

  /** Standard deviations of the smoothing, in pixels, weakest first. */
  private static final double[] SIGMAS = {0.8, 1.2, 1.7, 2.4, 3.2};

  /** The strongest one, over the image's height: strokes should not go. */
  private static final double MOST_SIGMA = 0.03;

  /** Levels that may be left of the dots, as the standard deviation in most of the squares. */
  private static final double SMOOTH = 20;

  /** Pixels beyond which the working resolution makes grey of dots by itself. */
  private static final int LARGEST = 4_000_000;

  private final int width;
  private final int height;
  private final byte[] grey;
  private final int black;
  private final int across;
  private final int down;
  private final BitSet dotted = new BitSet();

  private Halftone(GreyImage image, int black) {
    this.width = image.width();
    this.height = image.height();
    this.grey = image.grey();
    this.black = black;
    this.across = Math.max(1, width / TILE);
    this.down = Math.max(1, height / TILE);
    for (int tile = 0; tile < across * down; tile++) {
      dotted.set(tile, isDotted(left(tile), top(tile)));
    }
  }

  /** The image with its dots smoothed into grey; itself if it has none. */
  static GreyImage smoothed(GreyImage image) {
    if (image.grey().length > LARGEST) {
      return image;
    }
    int black = blackest(image.grey());
    if (black < 0) {
      return image;
    }
    Halftone dots = new Halftone(image, black);
    boolean few = dots.dotted.cardinality() < LEAST_DOTTED * dots.across * dots.down;
    return few ? image : image.with(dots.smoothed().bytes());
  }

  /** The lightest level that is black; -1 if there are others than black and white. */
  private static int blackest(byte[] grey) {
    int[] pixels = new int[256];
    for (byte each : grey) {
      pixels[each & 0xff]++;
    }
    int darkest = 0;
    while (pixels[darkest] == 0) {
      darkest++;
    }
    int lightest = 255;
    while (pixels[lightest] == 0) {
      lightest--;
    }
    int extreme = 0;
    for (int level = darkest; level <= lightest; level++) {
      boolean like = level <= darkest + LIKE_EXTREMES || level >= lightest - LIKE_EXTREMES;
      extreme += like ? pixels[level] : 0;
    }
    boolean isTwoTone =
        lightest - darkest >= LEAST_CONTRAST && extreme >= BLACK_AND_WHITE * grey.length;
    return isTwoTone ? (darkest + lightest) / 2 : -1;
  }

  private int left(int tile) {
    return tile % across * TILE;
  }

  private int top(int tile) {
    return tile / across * TILE;
  }

  private boolean isDotted(int left, int top) {
    int differ = 0;
    int neighbours = 0;
    for (int y = top; y < Math.min(height, top + TILE); y++) {
      for (int x = left; x < Math.min(width, left + TILE); x++) {
        if (x + 1 < width) {
          neighbours++;
          differ += isBlack(x, y) == isBlack(x + 1, y) ? 0 : 1;
        }
        if (y + 1 < height) {
          neighbours++;
          differ += isBlack(x, y) == isBlack(x, y + 1) ? 0 : 1;
        }
      }
    }
    return differ >= DIFFER * neighbours;
  }

  private boolean isBlack(int x, int y) {
    return (grey[y * width + x] & 0xff) <= black;
  }

  /** As much smoothed as is needed. */
  private Plane smoothed() {
    Plane smooth = Plane.of(grey, width, height);
    for (double sigma : SIGMAS) {
      if (sigma > SIGMAS[0] && sigma > MOST_SIGMA * height) {
        return smooth;
      }
      smooth = Plane.of(grey, width, height);
      Blur.gaussian(smooth.values(), width, height, sigma);
      if (isSmooth(smooth)) {
        return smooth;
      }
    }
    return smooth;
  }

  private boolean isSmooth(Plane plane) {
    double[] left =
        dotted.stream().mapToDouble(tile -> deviation(plane, left(tile), top(tile))).toArray();
    Arrays.sort(left);
    return left[left.length / 2] <= SMOOTH;
  }

  private static double deviation(Plane plane, int left, int top) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int y = top; y < Math.min(plane.height(), top + TILE); y++) {
      for (int x = left; x < Math.min(plane.width(), left + TILE); x++) {
        double value = plane.values()[y * plane.width() + x];
        sum += value;
        squares += value * value;
        count++;
      }
    }
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }
}
