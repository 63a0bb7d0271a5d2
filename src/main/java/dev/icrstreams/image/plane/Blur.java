package dev.icrstreams.image.plane;

import java.util.Arrays;

/** Gaussian blur, one axis after the other; the border's pixels go on beyond it. */
public final class Blur {
  private Blur() {}

  /**
   * Blurs a raster in place.
   *
   * @param values {@code width * height} of them, row by row
   * @param sigma standard deviation in pixels, above 0
   */
  public static void gaussian(float[] values, int width, int height, double sigma) {
    float[] kernel = kernel(sigma);
    int radius = kernel.length / 2;
    float[] line = new float[width + 2 * radius];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      Arrays.fill(line, 0, radius, values[row]);
      System.arraycopy(values, row, line, radius, width);
      Arrays.fill(line, radius + width, line.length, values[row + width - 1]);
      Arrays.fill(values, row, row + width, 0);
      for (int k = 0; k < kernel.length; k++) {
        add(line, k, kernel[k], values, row, width);
      }
    }
    float[] before = values.clone();
    Arrays.fill(values, 0);
    for (int y = 0; y < height; y++) {
      for (int k = 0; k < kernel.length; k++) {
        int from = Math.max(0, Math.min(height - 1, y + k - radius));
        add(before, from * width, kernel[k], values, y * width, width);
      }
    }
  }

  /** Whole rows at a time, which the virtual machine does several pixels at once. */
  private static void add(float[] from, int at, float weight, float[] to, int row, int width) {
    for (int x = 0; x < width; x++) {
      to[row + x] += weight * from[at + x];
    }
  }

  private static float[] kernel(double sigma) {
    int radius = (int) Math.ceil(2.5 * sigma);
    double[] weights = new double[2 * radius + 1];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double d = (k - radius) / sigma;
      weights[k] = StrictMath.exp(-d * d / 2);
      sum += weights[k];
    }
    float[] kernel = new float[weights.length];
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] = (float) (weights[k] / sum);
    }
    return kernel;
  }
}
