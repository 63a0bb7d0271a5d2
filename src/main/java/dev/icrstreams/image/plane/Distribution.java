package dev.icrstreams.image.plane;

/**
 * How often each 1,024th of their range occurs among numbers: counted once, it answers for any
 * number of quantiles.
 */
public final class Distribution {
  private static final int BINS = 1024;

  private final float least;
  private final float scale;
  private final long count;
  private final int[] histogram;

  private Distribution(float least, float scale, long count, int[] histogram) {
    this.least = least;
    this.scale = scale;
    this.count = count;
    this.histogram = histogram;
  }

  /** Of the values in some columns of a plane. */
  public static Distribution of(Plane plane, int from, int to) {
    float[] values = plane.values();
    float least = Float.MAX_VALUE;
    float most = -Float.MAX_VALUE;
    for (int row = 0; row < values.length; row += plane.width()) {
      for (int i = row + from; i < row + to; i++) {
        float value = values[i];
        // Math.min and max would wait for each other's results, and there is no NaN to mind
        if (value < least) {
          least = value;
        }
        if (value > most) {
          most = value;
        }
      }
    }
    if (most <= least) {
      return new Distribution(least, 0, 0, new int[0]);
    }
    int[] histogram = new int[BINS + 1];
    float scale = BINS / (most - least);
    for (int row = 0; row < values.length; row += plane.width()) {
      for (int i = row + from; i < row + to; i++) {
        histogram[(int) ((values[i] - least) * scale)]++;
      }
    }
    return new Distribution(least, scale, (long) (to - from) * plane.height(), histogram);
  }

  /** The value that the given share of all values lies below. */
  public float quantile(double share) {
    if (histogram.length == 0) {
      return least;
    }
    long wanted = (long) (share * count);
    int bin = 0;
    for (long seen = histogram[0]; seen <= wanted && bin < BINS; seen += histogram[bin]) {
      bin++;
    }
    return least + bin / scale;
  }
}
