package dev.icrstreams.train.classic;

import dev.icrstreams.field.Ink;
import dev.icrstreams.train.declare.Declaration.Feature;
import java.util.List;

/** What a classical model looks at. Stateless. */
final class Features {
  private static final int SIZE = 28;
  private static final int CELL = 4;
  private static final int CELLS = SIZE / CELL;
  private static final int DIRECTIONS = 8;

  private Features() {}

  /** The features of images of 28 x 28 pixels, a row an image. */
  static float[][] of(Feature feature, List<Ink> images) {
    return images.stream()
        .map(image -> feature == Feature.PIXELS ? pixels(image) : edges(image))
        .toArray(float[][]::new);
  }

  private static float[] pixels(Ink image) {
    float[] values = new float[SIZE * SIZE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (image.values()[i] & 0xff) / 255f;
    }
    return values;
  }

  /**
   * Strength of the edges in eight directions, in cells of 4 x 4 pixels, each edge shared out
   * between the two directions next to it and brought to length 1 (after C.-L. Liu, K. Nakashima,
   * H. Sako and H. Fujisawa, "Handwritten digit recognition: benchmarking of state-of-the-art
   * techniques", 2003).
   */
  private static float[] edges(Ink image) {
    float[] values = new float[CELLS * CELLS * DIRECTIONS];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        // Sobel
        int dx =
            at(image, x + 1, y - 1)
                + 2 * at(image, x + 1, y)
                + at(image, x + 1, y + 1)
                - at(image, x - 1, y - 1)
                - 2 * at(image, x - 1, y)
                - at(image, x - 1, y + 1);
        int dy =
            at(image, x - 1, y + 1)
                + 2 * at(image, x, y + 1)
                + at(image, x + 1, y + 1)
                - at(image, x - 1, y - 1)
                - 2 * at(image, x, y - 1)
                - at(image, x + 1, y - 1);
        double strength = Math.hypot(dx, dy);
        if (strength > 0) {
          double turn = (Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1 * DIRECTIONS;
          int direction = (int) turn % DIRECTIONS;
          double rest = turn - Math.floor(turn);
          int cell = (y / CELL * CELLS + x / CELL) * DIRECTIONS;
          values[cell + direction] += (float) (strength * (1 - rest));
          values[cell + (direction + 1) % DIRECTIONS] += (float) (strength * rest);
        }
      }
    }
    double length = 1e-6;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sqrt(values[i]);
      length += values[i] * values[i];
    }
    // about as long as a digit's pixels are, so that one gamma suits both
    float scale = (float) (10 / Math.sqrt(length));
    for (int i = 0; i < values.length; i++) {
      values[i] *= scale;
    }
    return values;
  }

  private static int at(Ink image, int x, int y) {
    return x < 0 || y < 0 || x >= SIZE || y >= SIZE ? 0 : image.at(x, y);
  }
}
