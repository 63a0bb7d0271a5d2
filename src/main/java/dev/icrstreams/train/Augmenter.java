package dev.icrstreams.train;

import dev.icrstreams.field.Ink;
import java.util.SplittableRandom;

/**
 * Varies a digit as pens, hands and scanners do: affine and elastic distortion, stroke width, blur,
 * noise. Never mirrors. Drawn at one and a half times the size, so that a stroke can change by less
 * than a pixel; {@link dev.icrstreams.classify.DigitNormaliser} brings the result back.
 *
 * <p>Without state: the same image and random numbers give the same result, on any thread.
 */
public final class Augmenter {
  /** Rows and columns of an augmented digit. */
  static final int SIZE = 48;

  private static final double ZOOM = 1.5;
  private static final double UNTOUCHED = 0.08;
  private static final double MAX_ROTATION = Math.toRadians(12);
  private static final double MAX_SHEAR = 0.25;
  private static final double MAX_STRETCH = 0.15;
  private static final double SMOOTHNESS = 4;
  private static final double MAX_AMPLITUDE = 0.9;
  private static final double MAX_BLUR = 1.2;
  private static final double MAX_NOISE = 0.12;

  /** A variant of a digit of at most 28 x 28 pixels, or at times the digit itself. */
  public Ink augment(Ink digit, SplittableRandom random) {
    if (random.nextDouble() < UNTOUCHED) {
      return digit;
    }
    float[] raster = distort(digit, random);
    raster = changeStroke(raster, random);
    if (random.nextDouble() < 0.3) {
      raster =
          Rasters.convolve(raster, SIZE, ElasticField.gaussian(random.nextDouble(0.4, MAX_BLUR)));
    }
    return scan(raster, random);
  }

  /** Looks up, for every pixel of the result, where it comes from. */
  private static float[] distort(Ink digit, SplittableRandom random) {
    int size = Math.max(digit.width(), digit.height());
    float[] source = new float[size * size];
    for (int y = 0; y < digit.height(); y++) {
      for (int x = 0; x < digit.width(); x++) {
        source[y * size + x] = digit.at(x, y) / 255f;
      }
    }
    ElasticField field =
        new ElasticField(size, SMOOTHNESS, random.nextDouble() * MAX_AMPLITUDE, random);
    double angle = random.nextDouble(-MAX_ROTATION, MAX_ROTATION);
    double shear = random.nextDouble(-MAX_SHEAR, MAX_SHEAR);
    double wide = Math.exp(random.nextDouble(-MAX_STRETCH, MAX_STRETCH)) / ZOOM;
    double high = Math.exp(random.nextDouble(-MAX_STRETCH, MAX_STRETCH)) / ZOOM;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double middle = (size - 1) / 2.0;
    float[] out = new float[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      double v = (y - (SIZE - 1) / 2.0) * high;
      for (int x = 0; x < SIZE; x++) {
        double u = (x - (SIZE - 1) / 2.0) * wide + shear * v;
        double sx = middle + cos * u - sin * v;
        double sy = middle + sin * u + cos * v;
        out[y * SIZE + x] =
            Rasters.sample(source, size, sx + field.dx(sx, sy), sy + field.dy(sx, sy));
      }
    }
    return out;
  }

  /** Moves every edge by about a pixel of the enlarged raster at most; never rubs a stroke out. */
  private static float[] changeStroke(float[] raster, SplittableRandom random) {
    double change = random.nextDouble(-0.8, 1.1);
    float[] changed = raster;
    for (double left = Math.abs(change); left > 0; left--) {
      float[] step = Rasters.morph(changed, SIZE, change > 0 ? 1 : -1);
      changed = blend(changed, step, (float) Math.min(1, left));
    }
    return peak(changed) < 0.5f * peak(raster) ? raster : changed;
  }

  private static float[] blend(float[] from, float[] to, float share) {
    float[] out = new float[from.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = from[i] + share * (to[i] - from[i]);
    }
    return out;
  }

  private static float peak(float[] raster) {
    float peak = 0;
    for (float v : raster) {
      peak = Math.max(peak, v);
    }
    return peak;
  }

  /** Pens run dry and paper has grain: noise on the ink, and a little beside it. */
  private static Ink scan(float[] raster, SplittableRandom random) {
    double contrast = random.nextDouble(0.6, 1);
    double noise = random.nextDouble() < 0.5 ? 0 : random.nextDouble(0, MAX_NOISE);
    byte[] values = new byte[raster.length];
    for (int i = 0; i < raster.length; i++) {
      double grain = noise == 0 ? 0 : noise * random.nextGaussian() * (0.2 + raster[i]);
      values[i] = (byte) Math.round(255 * contrast * Math.max(0, Math.min(1, raster[i] + grain)));
    }
    return new Ink(SIZE, SIZE, values);
  }
}
