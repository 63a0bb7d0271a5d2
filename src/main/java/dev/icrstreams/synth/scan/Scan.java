package dev.icrstreams.synth.scan;

import dev.icrstreams.image.plane.Blur;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.raster.SmoothNoise;
import dev.icrstreams.synth.style.WriterStyle;

/**
 * What a scanner does to a page. Immutable.
 *
 * @param skew degrees the page was turned, clockwise
 * @param blur standard deviation of the optics' spread, in pixels
 * @param noise standard deviation of the sensor's, in levels
 * @param shading how much darker the darkest part of the glass is, 0 to 1
 * @param specks specks of dirt for every 10,000 pixels
 */
public record Scan(double skew, double blur, double noise, double shading, double specks) {
  /** A scanner as it should be. */
  public static Scan good(SeededRandom random) {
    return new Scan(
        random.chance(0.5) ? 0 : random.around(0, 0.4, -1, 1),
        random.between(0.3, 0.6),
        random.between(0, 1.8),
        0,
        0);
  }

  /** A worn or dirty one, as many are. */
  public static Scan degraded(WriterStyle style, SeededRandom random) {
    return new Scan(
        random.around(0, 0.9, -2, 2),
        random.between(0.5, Math.max(0.8, Math.min(1.6, 0.04 * style.height()))),
        random.between(2, 10),
        random.chance(0.6) ? random.between(0.05, 0.4) : 0,
        random.chance(0.7) ? random.between(1, 14) : 0);
  }

  /** One at the limit of what people can read. */
  public static Scan bad(WriterStyle style, SeededRandom random) {
    return new Scan(
        random.around(0, 2.2, -5, 5),
        random.between(0.6, Math.max(1, Math.min(2.6, 0.055 * style.height()))),
        random.between(2, 16),
        random.chance(0.7) ? random.between(0.1, 0.5) : 0,
        random.chance(0.8) ? random.between(2, 22) : 0);
  }

  /** The same scanner, better set. */
  public Scan milder() {
    return new Scan(skew, 0.85 * blur, 0.7 * noise, 0.6 * shading, 0.6 * specks);
  }

  /** What it sees of a page that is written on by some pen in the colours of a palette. */
  public Picture expose(
      Page page, Palette palette, Pen writer, WriterStyle style, SeededRandom random) {
    int width = page.width();
    int height = page.height();
    Plane ink = page.ink();
    Plane print = page.print();
    Plane ground = page.ground();
    SmoothNoise patches = new SmoothNoise(width, height, style.strokePixels() * 1.5, random);
    SmoothNoise glass = new SmoothNoise(width, height, Math.max(width, height) * 0.6, random);
    float[] covered = new float[width * height];
    float[] lit = new float[width * height];
    Plane dirt = dirt(width, height, random);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        if (ink.values[i] > 0) {
          double patch = patches.at(x, y);
          double even = 1 - style.patchiness() * (0.5 + 0.5 * patch);
          double left = writer.grain() == 0 ? 0 : random.between(-1, 1);
          covered[i] = (float) (ink.values[i] * style.density() * even * writer.ink(left, patch));
        }
        double shade = shading == 0 ? 0 : shading * (0.5 + 0.5 * glass.at(x, y));
        lit[i] = (float) ((1 - shade) * (1 - 0.85 * dirt.values[i]));
      }
    }
    float[][] channels = new float[palette.paper().length][width * height];
    for (int c = 0; c < channels.length; c++) {
      float paper = (float) palette.paper()[c];
      float pen = 1 - (float) palette.pen()[c] / paper;
      float tint = 1 - (float) palette.tint()[c] / paper;
      float form = 1 - (float) palette.print()[c] / paper;
      float[] channel = channels[c];
      for (int i = 0; i < channel.length; i++) {
        float light = paper * lit[i] * (1 - ground.values[i] * tint);
        channel[i] = light * (1 - covered[i] * pen) * (1 - print.values[i] * form);
      }
      Blur.gaussian(channel, width, height, blur);
      for (int i = 0; i < channel.length; i++) {
        channel[i] += (float) (noise * random.gaussian());
      }
    }
    return new Picture(width, height, channels);
  }

  private Plane dirt(int width, int height, SeededRandom random) {
    Plane dirt = new Plane(width, height);
    int count = (int) Math.round(specks * width * height / 10_000);
    for (int i = 0; i < count; i++) {
      double x = random.between(0, width);
      double y = random.between(0, height);
      dirt.line(x, y, x + random.between(-1, 1), y + random.between(-1, 1), random.between(0.6, 3));
    }
    return dirt;
  }
}
