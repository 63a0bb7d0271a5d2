package dev.icrstreams.synth.glyph;

import java.util.Arrays;

/**
 * The exact Euclidean distance transform in linear time: Felzenszwalb and Huttenlocher, "Distance
 * transforms of sampled functions", Theory of Computing 8, 2012.
 */
final class DistanceTransform {
  private static final float FAR = 1e12f;

  private DistanceTransform() {}

  /**
   * The signed distance to the edge of a shape, in pixels: positive inside, negative outside.
   *
   * @param inside {@code width * height} pixels, row by row
   */
  static float[] signed(boolean[] inside, int width, int height) {
    float[] toOutside = squared(inside, false, width, height);
    float[] toInside = squared(inside, true, width, height);
    float[] signed = new float[inside.length];
    for (int i = 0; i < signed.length; i++) {
      signed[i] =
          inside[i]
              ? (float) Math.sqrt(toOutside[i]) - 0.5f
              : 0.5f - (float) Math.sqrt(toInside[i]);
    }
    return signed;
  }

  private static float[] squared(boolean[] shape, boolean target, int width, int height) {
    float[] distance = new float[shape.length];
    boolean anywhere = false;
    for (int x = 0; x < width; x++) {
      anywhere |= column(shape, target, distance, x, width, height);
    }
    if (!anywhere) {
      Arrays.fill(distance, FAR);
      return distance;
    }
    float[] line = new float[width];
    Envelope envelope = new Envelope(width);
    for (int y = 0; y < height; y++) {
      System.arraycopy(distance, y * width, line, 0, width);
      envelope.transform(line, width);
      System.arraycopy(line, 0, distance, y * width, width);
    }
    return distance;
  }

  /** Down a column and up again: on a line of yes and no the nearest is the last one met. */
  private static boolean column(
      boolean[] shape, boolean target, float[] distance, int x, int width, int height) {
    float away = Float.POSITIVE_INFINITY;
    for (int y = 0; y < height; y++) {
      int i = y * width + x;
      away = shape[i] == target ? 0 : away + 1;
      distance[i] = away;
    }
    boolean any = away < Float.POSITIVE_INFINITY;
    away = Float.POSITIVE_INFINITY;
    for (int y = height - 1; y >= 0; y--) {
      int i = y * width + x;
      away = Math.min(distance[i], away + 1);
      distance[i] = any ? away * away : FAR;
    }
    return any;
  }

  /** The lower envelope of the parabolas that stand on one row or column. */
  private static final class Envelope {
    private final int[] vertex;
    private final float[] from;
    private final float[] copy;

    Envelope(int longest) {
      vertex = new int[longest];
      from = new float[longest + 1];
      copy = new float[longest];
    }

    void transform(float[] line, int length) {
      System.arraycopy(line, 0, copy, 0, length);
      int last = 0;
      vertex[0] = 0;
      Arrays.fill(from, 0, length + 1, Float.POSITIVE_INFINITY);
      from[0] = Float.NEGATIVE_INFINITY;
      for (int q = 1; q < length; q++) {
        float s = meeting(q, vertex[last]);
        while (s <= from[last]) {
          last--;
          s = meeting(q, vertex[last]);
        }
        last++;
        vertex[last] = q;
        from[last] = s;
        from[last + 1] = Float.POSITIVE_INFINITY;
      }
      int k = 0;
      for (int q = 0; q < length; q++) {
        while (from[k + 1] < q) {
          k++;
        }
        float d = q - vertex[k];
        line[q] = d * d + copy[vertex[k]];
      }
    }

    private float meeting(int q, int p) {
      return (float) (((copy[q] + (double) q * q) - (copy[p] + (double) p * p)) / (2.0 * (q - p)));
    }
  }
}
