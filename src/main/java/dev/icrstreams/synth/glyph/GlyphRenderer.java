package dev.icrstreams.synth.glyph;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.raster.SmoothNoise;
import dev.icrstreams.synth.style.WriterStyle;

/**
 * Draws a 28 x 28 digit as large as a scanner would see it. The digit's outline is interpolated
 * smoothly, and the distance to it is moved in or out until the stroke has the pen's width: the
 * edges come out as sharp as those of a real scan, whatever the digit's own resolution.
 */
final class GlyphRenderer {
  private static final int SUPERSAMPLING = 2;

  /** MNIST's digits fill a square of 20 pixels. */
  private static final double SOURCE_SIZE = 20;

  private static final double OUTLINE = 0.45;

  private GlyphRenderer() {}

  static Glyph render(Ink digit, WriterStyle style, SeededRandom random) {
    return render(digit, style, Warp.NONE, random);
  }

  static Glyph render(Ink digit, WriterStyle style, Warp warp, SeededRandom random) {
    double size = style.height() * random.around(1, style.sizeJitter(), 0.85, 1.15);
    double scale = SUPERSAMPLING * size / SOURCE_SIZE;
    double stretch = style.aspect() * warp.stretch() * random.around(1, 0.03, 0.92, 1.08);
    double slant = style.slant() + random.around(0, 0.03, -0.08, 0.08);
    double tilt = random.around(0, 0.025, -0.07, 0.07);
    Box ink = extent(digit);
    double middleX = ink.x() + (ink.width() - 1) / 2.0;
    double middleY = ink.y() + (ink.height() - 1) / 2.0;
    // room for the pen's width around the outline, which may lean either way
    int room = (int) (2.2 * SUPERSAMPLING * style.strokePixels()) + 6 + warp.room(scale);
    int width = (int) (scale * (ink.width() * stretch + ink.height() * Math.abs(slant))) + room;
    int height = (int) (scale * (ink.height() + ink.width() * Math.abs(tilt))) + room;
    Warp.Field field = warp.over(width, height, scale, random);
    boolean[] inside = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x - (width - 1) / 2.0;
        double dy = y - (height - 1) / 2.0;
        double u = middleX + (dx + slant * dy) / (scale * stretch);
        double v = middleY + (dy + tilt * dx) / scale;
        inside[y * width + x] =
            Mitchell.sample(digit, u + field.right(x, y), v + field.down(x, y)) >= OUTLINE;
      }
    }
    return Glyph.cutOut(pen(inside, width, height, style, random));
  }

  private static Box extent(Ink digit) {
    int left = digit.width();
    int right = 0;
    int top = digit.height();
    int bottom = 0;
    for (int y = 0; y < digit.height(); y++) {
      for (int x = 0; x < digit.width(); x++) {
        if (digit.at(x, y) > 0) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private static Plane pen(
      boolean[] inside, int width, int height, WriterStyle style, SeededRandom random) {
    float[] distance = smoothed(DistanceTransform.signed(inside, width, height), width, height);
    // a faint line through a small digit is less than a pixel wide: it may still grow to one
    double own = Math.max(SUPERSAMPLING, 4 * meanDepth(distance));
    double wanted = SUPERSAMPLING * style.strokePixels();
    double grow = Math.max(-0.2 * own, Math.min(0.6 * own, (wanted - own) / 2));
    SmoothNoise edge = new SmoothNoise(width, height, SUPERSAMPLING * 4.0, random);
    double ragged = SUPERSAMPLING * style.raggedness();
    Plane plane = new Plane(width / SUPERSAMPLING, height / SUPERSAMPLING);
    float share = 1f / (SUPERSAMPLING * SUPERSAMPLING);
    for (int y = 0; y < plane.height * SUPERSAMPLING; y++) {
      for (int x = 0; x < plane.width * SUPERSAMPLING; x++) {
        double depth = distance[y * width + x] + grow + ragged * edge.at(x, y);
        double coverage = Math.max(0, Math.min(1, depth / SUPERSAMPLING + 0.5));
        plane.values[y / SUPERSAMPLING * plane.width + x / SUPERSAMPLING] +=
            (float) (share * coverage);
      }
    }
    return plane;
  }

  /** Over a long stroke of width w the mean distance to its edge is w / 4. */
  private static double meanDepth(float[] distance) {
    double sum = 0;
    int count = 0;
    for (float d : distance) {
      if (d > 0) {
        sum += d;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static float[] smoothed(float[] values, int width, int height) {
    float[] smooth = values.clone();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        smooth[i] =
            (4 * values[i]
                    + 2 * (values[i - 1] + values[i + 1] + values[i - width] + values[i + width])
                    + values[i - width - 1]
                    + values[i - width + 1]
                    + values[i + width - 1]
                    + values[i + width + 1])
                / 16;
      }
    }
    return smooth;
  }
}
