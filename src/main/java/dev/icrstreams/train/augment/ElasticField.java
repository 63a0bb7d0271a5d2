package dev.icrstreams.train.augment;

import java.util.SplittableRandom;

/**
 * A random smooth displacement of every pixel: elastic distortion after Simard, Steinkraus and
 * Platt, "Best practices for convolutional neural networks applied to visual document analysis",
 * 2003.
 */
final class ElasticField {
  private static final int REACH = 3;

  private final int size;
  private final float[] dx;
  private final float[] dy;

  /**
   * @param size rows and columns
   * @param sigma smoothness: standard deviation of the Gaussian that smooths the field, in pixels
   * @param amplitude root mean square displacement along each axis, in pixels
   */
  ElasticField(int size, double sigma, double amplitude, SplittableRandom random) {
    this.size = size;
    float[] kernel = gaussian(sigma);
    dx = smoothNoise(kernel, amplitude, random);
    dy = smoothNoise(kernel, amplitude, random);
  }

  /** The displacement to the right at a point within the raster, interpolated linearly. */
  float dx(double x, double y) {
    return Rasters.sample(dx, size, x, y);
  }

  /** The displacement downwards. */
  float dy(double x, double y) {
    return Rasters.sample(dy, size, x, y);
  }

  private float[] smoothNoise(float[] kernel, double amplitude, SplittableRandom random) {
    float[] noise = new float[size * size];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextDouble(-1, 1);
    }
    float[] smooth = Rasters.convolve(noise, size, kernel);
    double power = 0;
    for (float v : smooth) {
      power += (double) v * v;
    }
    float gain = (float) (amplitude / Math.sqrt(power / smooth.length + 1e-12));
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] *= gain;
    }
    return smooth;
  }

  static float[] gaussian(double sigma) {
    int radius = Math.max(1, (int) Math.ceil(REACH * sigma));
    float[] kernel = new float[2 * radius + 1];
    float sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double d = (i - radius) / sigma;
      kernel[i] = (float) Math.exp(-d * d / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }
}
