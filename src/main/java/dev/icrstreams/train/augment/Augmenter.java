package dev.icrstreams.train.augment;

import dev.icrstreams.field.Ink;
import dev.icrstreams.train.declare.Augmentation;
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

  /** An augmented digit is so many times as large. */
  public static final double ZOOM = 1.5;

  private static final double SMOOTHNESS = 4;
  private static final double BLURRED = 0.3;
  private static final double LEAST_BLUR = 0.4;

  private final Augmentation strengths;

  /** Varies digits as far as this says. */
  public Augmenter(Augmentation strengths) {
    this.strengths = strengths;
  }

  /** Whether it varies anything. */
  boolean changes() {
    return strengths.changes();
  }

  /** A variant of a digit of at most 28 x 28 pixels, or at times the digit itself. */
  public Ink augment(Ink digit, SplittableRandom random) {
    if (random.nextDouble() < strengths.untouched()) {
      return digit;
    }
    float[] raster = distort(digit, random);
    raster = changeStroke(raster, random);
    if (random.nextDouble() < BLURRED && strengths.blur() > 0) {
      double least = Math.min(LEAST_BLUR, strengths.blur() / 2);
      double sigma = random.nextDouble(least, strengths.blur());
      raster = Rasters.convolve(raster, SIZE, ElasticField.gaussian(sigma));
    }
    if (strengths.cut() > 0 && random.nextDouble() < strengths.cut()) {
      Artefacts.cut(raster, SIZE, random);
    }
    if (strengths.merge() > 0 && random.nextDouble() < strengths.merge()) {
      Artefacts.merge(raster, SIZE, random);
    }
    return scan(raster, random);
  }

  /** Looks up, for every pixel of the result, where it comes from. */
  private float[] distort(Ink digit, SplittableRandom random) {
    int size = Math.max(digit.width(), digit.height());
    float[] source = new float[size * size];
    for (int y = 0; y < digit.height(); y++) {
      for (int x = 0; x < digit.width(); x++) {
        source[y * size + x] = digit.at(x, y) / 255f;
      }
    }
    double amplitude = random.nextDouble() * strengths.elastic();
    ElasticField field = new ElasticField(size, SMOOTHNESS, amplitude, random);
    double angle = either(Math.toRadians(strengths.rotation()), random);
    double shear = either(strengths.shear(), random);
    double wide = Math.exp(either(strengths.stretch(), random)) / ZOOM;
    double high = Math.exp(either(strengths.stretch(), random)) / ZOOM;
    // drawn only if asked for, so that the project's own training stays what it was
    double scale = strengths.scale() == 0 ? 1 : Math.exp(-either(strengths.scale(), random));
    double right = strengths.shift() == 0 ? 0 : either(strengths.shift(), random);
    double down = strengths.shift() == 0 ? 0 : either(strengths.shift(), random);
    wide *= scale;
    high *= scale;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double middle = (size - 1) / 2.0;
    float[] out = new float[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      double v = (y - (SIZE - 1) / 2.0) * high;
      for (int x = 0; x < SIZE; x++) {
        double u = (x - (SIZE - 1) / 2.0) * wide + shear * v;
        double sx = middle - right + cos * u - sin * v;
        double sy = middle - down + sin * u + cos * v;
        out[y * SIZE + x] =
            Rasters.sample(source, size, sx + field.dx(sx, sy), sy + field.dy(sx, sy));
      }
    }
    return out;
  }

  /** Moves every edge by about a pixel of the enlarged raster at most; never rubs a stroke out. */
  private float[] changeStroke(float[] raster, SplittableRandom random) {
    double change = strengths.stroke() * random.nextDouble(-0.8, 1.1);
    float[] changed = raster;
    for (double left = Math.abs(change); left > 0; left--) {
      float[] step = Rasters.morph(changed, SIZE, change > 0 ? 1 : -1);
      changed = blend(changed, step, (float) Math.min(1, left));
    }
    return peak(changed) < 0.5f * peak(raster) ? raster : changed;
  }

  private static double either(double most, SplittableRandom random) {
    return most * (2 * random.nextDouble() - 1);
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
  private Ink scan(float[] raster, SplittableRandom random) {
    double contrast = 1 - strengths.contrast() * (1 - random.nextDouble());
    double noise = random.nextDouble() < 0.5 ? 0 : random.nextDouble() * strengths.noise();
    byte[] values = new byte[raster.length];
    for (int i = 0; i < raster.length; i++) {
      double grain = noise == 0 ? 0 : noise * random.nextGaussian() * (0.2 + raster[i]);
      values[i] = (byte) Math.round(255 * contrast * Math.max(0, Math.min(1, raster[i] + grain)));
    }
    return new Ink(SIZE, SIZE, values);
  }
}
