package dev.icrstreams.image;

import dev.icrstreams.image.codec.Shades;
import java.util.Arrays;

/**
 * The coloured ink of a scan alone. What dark ink that crosses it hides is filled in where coloured
 * strokes go on beyond on both sides, straight through the narrow way of the dark ink: a stamp, a
 * word or a frame in black would cut a blue 8 in pieces. Time grows with the pixels alone, however
 * much is hidden.
 */
final class ColouredInk {
  private static final int WHITE = 255;

  /** Columns and rows of a step; the opposite ones are gone too. */
  private static final int[][] DIRECTIONS = {
    {1, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 1}, {-1, 2}, {-1, 1}, {-2, 1}
  };

  /** What is filled at most, from side to side, as a share of the height. */
  private static final double WIDEST = 0.12;

  /** Ways through the dark ink that are longer than the shortest, so many times, run along it. */
  private static final float ALONG = 1.6f;

  private final int width;
  private final int height;

  /** Contrast of the coloured ink, 0 to 255. */
  private final byte[] colour;

  private final boolean[] hidden;

  private ColouredInk(int width, byte[] grey, byte[] lightest) {
    this.width = width;
    this.height = grey.length / width;
    colour = new byte[grey.length];
    hidden = new boolean[grey.length];
    int paper = Shades.paper(grey);
    int lightPaper = Shades.paper(lightest);
    for (int i = 0; i < grey.length; i++) {
      int dark = grey[i] & 0xff;
      int light = lightest[i] & 0xff;
      colour[i] = (byte) Math.max(0, light - dark);
      hidden[i] = Shades.isPlainInk(paper - dark, lightPaper - light);
    }
  }

  /**
   * Grey levels of the coloured ink: what is in no colour is paper.
   *
   * @param width of the image
   * @param grey its grey levels
   * @param lightest the lightest of each pixel's colours
   */
  static byte[] alone(int width, byte[] grey, byte[] lightest) {
    ColouredInk ink = new ColouredInk(width, grey, lightest);
    byte[] alone = new byte[grey.length];
    int[] filled = ink.filled();
    for (int i = 0; i < alone.length; i++) {
      alone[i] = (byte) (WHITE - filled[i]);
    }
    return alone;
  }

  /** Contrast with what is hidden. */
  private int[] filled() {
    float[] shortest = new float[colour.length];
    Arrays.fill(shortest, (float) (WIDEST * height));
    int[] filled = new int[colour.length];
    for (int i = 0; i < filled.length; i++) {
      filled[i] = colour[i] & 0xff;
    }
    for (int[] direction : DIRECTIONS) {
      Side[] sides = sides(direction);
      for (int i = 0; i < filled.length; i++) {
        shortest[i] = Math.min(shortest[i], sides[0].length(i) + sides[1].length(i));
      }
    }
    for (int[] direction : DIRECTIONS) {
      Side[] sides = sides(direction);
      for (int i = 0; i < filled.length; i++) {
        float length = sides[0].length(i) + sides[1].length(i);
        if (hidden[i] && length <= Math.min(WIDEST * height, ALONG * shortest[i])) {
          filled[i] = Math.max(filled[i], Math.min(sides[0].level(i), sides[1].level(i)));
        }
      }
    }
    return filled;
  }

  private Side[] sides(int[] direction) {
    return new Side[] {new Side(direction, 1), new Side(direction, -1)};
  }

  /** What lies beyond the dark ink on one side of each hidden pixel. */
  private final class Side {
    private final float[] lengths = new float[colour.length];
    private final byte[] levels = new byte[colour.length];

    /**
     * @param sign 1 for what comes before a pixel, -1 for what comes behind it
     */
    Side(int[] direction, int sign) {
      float step = (float) Math.hypot(direction[0], direction[1]);
      int last = colour.length - 1;
      for (int k = 0; k <= last; k++) {
        int i = sign > 0 ? k : last - k;
        int x = i % width - sign * direction[0];
        int y = i / width - sign * direction[1];
        boolean inside = x >= 0 && x < width && y >= 0 && y < height;
        int next = y * width + x;
        if (!inside) {
          lengths[i] = Float.POSITIVE_INFINITY;
        } else if (hidden[next]) {
          lengths[i] = lengths[next] + step;
          levels[i] = levels[next];
        } else {
          lengths[i] = step;
          levels[i] = colour[next];
        }
      }
    }

    float length(int pixel) {
      return lengths[pixel];
    }

    int level(int pixel) {
      return levels[pixel] & 0xff;
    }
  }
}
