package dev.icrstreams.classify;

/**
 * One axis of the normaliser's scaling: on which target pixels a source pixel falls, and with which
 * weight.
 *
 * <p>Shrinking, a target pixel is the average of the source over the stretch that it covers;
 * enlarging, it is interpolated linearly.
 */
final class Resampler {
  private final int first;
  private final int[] start;
  private final float[][] weights;

  /**
   * Maps source pixels {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @param scale target pixels to a source pixel
   * @param middle where in the target the source's {@code centre} comes to lie
   */
  Resampler(int from, int to, double scale, double middle, double centre) {
    first = from;
    start = new int[to - from];
    weights = new float[to - from][];
    for (int i = from; i < to; i++) {
      place(i - from, middle + (i + 0.5 - centre) * scale, scale);
    }
  }

  private void place(int index, double at, double scale) {
    double reach = scale > 1 ? scale : (1 + scale) / 2;
    int low = Math.max(0, (int) Math.floor(at - reach));
    int high = Math.min(DigitNormaliser.SIZE - 1, (int) Math.floor(at + reach));
    float[] weight = new float[Math.max(0, high - low + 1)];
    for (int i = 0; i < weight.length; i++) {
      double distance = Math.abs(low + i + 0.5 - at);
      weight[i] = (float) (scale > 1 ? tent(distance, scale) : overlap(distance, scale));
    }
    start[index] = low;
    weights[index] = weight;
  }

  /** Linear interpolation between source pixels that lie {@code scale} apart. */
  private static double tent(double distance, double scale) {
    return Math.max(0, 1 - distance / scale);
  }

  /** How much of a source pixel {@code scale} wide lies in a target pixel {@code distance} away. */
  private static double overlap(double distance, double scale) {
    double low = Math.max(-0.5, distance - scale / 2);
    double high = Math.min(0.5, distance + scale / 2);
    return Math.max(0, high - low);
  }

  /** Adds one source pixel to a target line. */
  void spread(int source, float value, float[] line) {
    int low = start[source - first];
    float[] weight = weights[source - first];
    for (int i = 0; i < weight.length; i++) {
      line[low + i] += value * weight[i];
    }
  }

  /** Adds one source row, resampled across already, to the target's rows. */
  void spread(int source, float[] line, float[] target, int offset) {
    int low = start[source - first];
    float[] weight = weights[source - first];
    for (int i = 0; i < weight.length; i++) {
      int row = offset + (low + i) * DigitNormaliser.SIZE;
      for (int x = 0; x < line.length; x++) {
        target[row + x] += line[x] * weight[i];
      }
    }
  }
}
