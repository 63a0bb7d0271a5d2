package dev.icrstreams.image.ink;

import java.util.Arrays;

/**
 * What ink hides of the strokes of another that it crosses: it is filled in where these go on
 * beyond, on both sides, straight through the narrow way of the hiding ink. Else a stamp, a word or
 * a frame in black would cut a blue 8 in pieces. Time grows with the pixels alone, however much is
 * hidden.
 */
final class HiddenStrokes {
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
  private final byte[] contrast;
  private final boolean[] hidden;

  private HiddenStrokes(int width, byte[] contrast, boolean[] hidden) {
    this.width = width;
    this.height = contrast.length / width;
    this.contrast = contrast;
    this.hidden = hidden;
  }

  /**
   * The contrast of an ink with what another hides of it.
   *
   * @param width of the image
   * @param contrast what is seen of it: 0 is paper, 255 is black, as unsigned bytes; kept
   * @param hidden where the other ink is
   */
  static byte[] filled(int width, byte[] contrast, boolean[] hidden) {
    return new HiddenStrokes(width, contrast, hidden).filled();
  }

  private byte[] filled() {
    float[] shortest = new float[contrast.length];
    Arrays.fill(shortest, (float) (WIDEST * height));
    byte[] filled = contrast.clone();
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
          int level = Math.min(sides[0].level(i), sides[1].level(i));
          filled[i] = (byte) Math.max(filled[i] & 0xff, level);
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
    private final float[] lengths = new float[contrast.length];
    private final byte[] levels = new byte[contrast.length];

    /**
     * @param sign 1 for what comes before a pixel, -1 for what comes behind it
     */
    Side(int[] direction, int sign) {
      float step = (float) Math.hypot(direction[0], direction[1]);
      int last = contrast.length - 1;
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
          levels[i] = contrast[next];
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
