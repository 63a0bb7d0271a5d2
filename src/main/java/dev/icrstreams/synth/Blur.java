package dev.icrstreams.synth;

/** Gaussian blur, one axis after the other; the border's pixels go on beyond it. */
final class Blur {
  private Blur() {}

  static void gaussian(float[] values, int width, int height, double sigma) {
    float[] kernel = kernel(sigma);
    float[] line = new float[Math.max(width, height)];
    for (int y = 0; y < height; y++) {
      System.arraycopy(values, y * width, line, 0, width);
      for (int x = 0; x < width; x++) {
        values[y * width + x] = weighted(line, x, width, kernel);
      }
    }
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        line[y] = values[y * width + x];
      }
      for (int y = 0; y < height; y++) {
        values[y * width + x] = weighted(line, y, height, kernel);
      }
    }
  }

  private static float weighted(float[] line, int at, int length, float[] kernel) {
    int radius = kernel.length / 2;
    float sum = 0;
    for (int k = 0; k < kernel.length; k++) {
      sum += kernel[k] * line[Math.max(0, Math.min(length - 1, at + k - radius))];
    }
    return sum;
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
