package dev.icrstreams.synth.scan;

import dev.icrstreams.image.plane.Blur;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.raster.SmoothNoise;
import dev.icrstreams.synth.style.WriterStyle;
import java.util.Arrays;

/**
 * What a fax, a copier or a scanner set to black and white makes of a page: strokes too thin or too
 * thick, broken where the pen was light, coarse, lines lost, and streaks where its glass is dirty.
 * Immutable.
 *
 * @param across columns that become one
 * @param down rows that become one, as in a fax's standard mode
 * @param level what becomes black, between the darkest, 0, and the lightest, 1, of the page
 * @param uneven how far the level wanders over the page
 * @param reach of that, in pixels
 * @param streaks lines that were lost, and lines down the page
 * @param soft how far the result is smoothed, in pixels, as by whoever scales it afterwards
 */
public record Facsimile(
    int across, int down, double level, double uneven, double reach, int streaks, double soft) {
  /** Rows of a digit below which nothing is left to make coarse. */
  private static final double LEAST_HEIGHT = 26;

  /** The share of pixels beyond which a picture's darkest and lightest are sought. */
  private static final int OUTLIERS = 100;

  /** A machine as they come. */
  public static Facsimile draw(WriterStyle style, SeededRandom random) {
    boolean fine = style.height() < LEAST_HEIGHT;
    double setting = random.uniform();
    return new Facsimile(
        !fine && random.chance(0.15) ? 2 : 1,
        !fine && random.chance(0.35) ? 2 : 1,
        setting < 0.5
            ? random.between(0.15, 0.4)
            : setting < 0.75 ? random.between(0.6, 0.85) : random.between(0.4, 0.6),
        random.chance(0.6) ? random.between(0.05, 0.25) : 0,
        style.strokePixels() * random.between(1, 3),
        random.chance(0.35) ? random.range(1, 4) : 0,
        random.chance(0.4) ? random.between(0.4, 0.9) : 0);
  }

  /** The same machine, better set. */
  public Facsimile milder() {
    return new Facsimile(
        across, down, 0.5 + 0.6 * (level - 0.5), 0.6 * uneven, reach, streaks / 2, soft);
  }

  /** What it makes of a picture, of the same size. */
  public Picture copy(Picture picture, SeededRandom random) {
    int width = picture.width();
    int height = picture.height();
    float[] levels = picture.channels()[0].clone();
    merge(levels, width, height);
    float[] sorted = levels.clone();
    Arrays.sort(sorted);
    float darkest = sorted[sorted.length / OUTLIERS];
    float lightest = sorted[sorted.length - 1 - sorted.length / OUTLIERS];
    SmoothNoise wander = new SmoothNoise(width, height, reach, random);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double here = level + uneven * wander.at(x - x % across, y - y % down);
        float least = (float) (darkest + here * (lightest - darkest));
        levels[y * width + x] = levels[y * width + x] < least ? 0 : 255;
      }
    }
    for (int i = 0; i < streaks; i++) {
      streak(levels, width, height, random);
    }
    if (soft > 0) {
      Blur.gaussian(levels, width, height, soft);
    }
    float[][] channels = new float[picture.channels().length][];
    Arrays.fill(channels, levels);
    return new Picture(width, height, channels);
  }

  private void merge(float[] levels, int width, int height) {
    for (int y = 0; y < height; y += down) {
      for (int x = 0; x < width; x += across) {
        int bottom = Math.min(height, y + down);
        int right = Math.min(width, x + across);
        float sum = 0;
        for (int j = y; j < bottom; j++) {
          for (int i = x; i < right; i++) {
            sum += levels[j * width + i];
          }
        }
        for (int j = y; j < bottom; j++) {
          Arrays.fill(levels, j * width + x, j * width + right, sum / ((bottom - y) * (right - x)));
        }
      }
    }
  }

  /** A line that was lost, or what dirt under the glass leaves all the way down or part of it. */
  private static void streak(float[] levels, int width, int height, SeededRandom random) {
    boolean lost = random.chance(0.5);
    int thick = random.range(1, 2);
    int from = random.range(0, (lost ? height : width) - 1);
    int left = lost ? 0 : from;
    int right = lost ? width : Math.min(width, from + thick);
    int top = lost ? from : random.chance(0.7) ? 0 : random.range(0, height - 1);
    int bottom = lost ? Math.min(height, from + thick) : height;
    float colour = random.chance(lost ? 0.1 : 0.6) ? 0 : 255;
    for (int y = top; y < bottom; y++) {
      Arrays.fill(levels, y * width + left, y * width + right, colour);
    }
  }
}
