package dev.icrstreams.image;

import dev.icrstreams.field.Strip;
import dev.icrstreams.image.plane.Plane;

/** Cuts a field's grey contrast to the height that the sequence reader wants. Stateless. */
public final class Strips {
  /** A field so wide is squeezed. */
  private static final int MAX_WIDTH = 2048;

  private static final double INKED_SHARE = 0.015;
  private static final float LEAST_STRENGTH = 0.12f;
  private static final float LOWEST = -0.3f;
  private static final float HIGHEST = 1.3f;

  private Strips() {}

  /**
   * The strip between two rows.
   *
   * @param contrast 0 is paper, 1 is black
   * @param top the first row; outside the plane there is paper
   * @param bottom the row after the last one
   * @param stretch makes it wider than it is; 1 leaves the proportions alone
   */
  public static Strip of(Plane contrast, double top, double bottom, double stretch) {
    double scale = Strip.HEIGHT / Math.max(1, bottom - top);
    double across = Math.min(scale * stretch, (double) MAX_WIDTH / contrast.width());
    int inked = (int) Math.max(1, Math.round(contrast.width() * across));
    int width = (inked + Strip.STRIDE - 1) / Strip.STRIDE * Strip.STRIDE;
    Tap[] taps = new Tap[Strip.HEIGHT];
    for (int y = 0; y < taps.length; y++) {
      taps[y] = Tap.of(top + (y + 0.5) / scale - 0.5, scale);
    }
    int first = Math.max(0, taps[0].first);
    int last = Math.min(contrast.height(), taps[taps.length - 1].end());
    float[] narrow = columns(contrast, first, last, inked, across);
    float[] values = rows(narrow, first, last, inked, taps, width);
    level(values);
    return new Strip(width, values, Strip.STRIDE / across);
  }

  /**
   * Some rows to another width.
   *
   * @return {@code [in.height()][width]}, only these rows filled in
   */
  private static float[] columns(Plane in, int firstRow, int lastRow, int width, double scale) {
    Tap[] taps = new Tap[width];
    for (int x = 0; x < width; x++) {
      taps[x] = Tap.of((x + 0.5) / scale - 0.5, scale);
    }
    float[] values = in.values();
    float[] out = new float[in.height() * width];
    for (int y = firstRow; y < lastRow; y++) {
      int row = y * in.width();
      for (int x = 0; x < width; x++) {
        Tap tap = taps[x];
        float[] weights = tap.weights;
        float sum = 0;
        if (tap.first >= 0 && tap.end() <= in.width()) {
          int from = row + tap.first;
          for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[from + i];
          }
        } else {
          for (int i = 0; i < weights.length; i++) {
            int from = Math.max(0, Math.min(in.width() - 1, tap.first + i));
            sum += weights[i] * values[row + from];
          }
        }
        out[y * width + x] = sum;
      }
    }
    return out;
  }

  private static float[] rows(
      float[] in, int firstRow, int lastRow, int inWidth, Tap[] taps, int width) {
    float[] out = new float[Strip.HEIGHT * width];
    for (int y = 0; y < Strip.HEIGHT; y++) {
      Tap tap = taps[y];
      int last = Math.min(lastRow, tap.end());
      for (int from = Math.max(firstRow, tap.first); from < last; from++) {
        float weight = tap.weights[from - tap.first];
        for (int x = 0; x < inWidth; x++) {
          out[y * width + x] += weight * in[from * inWidth + x];
        }
      }
    }
    return out;
  }

  /** Pale ink comes out as dark as black ink. */
  private static void level(float[] values) {
    float strength =
        Math.max(LEAST_STRENGTH, new Plane(values.length, 1, values).quantile(1 - INKED_SHARE));
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(LOWEST, Math.min(HIGHEST, values[i] / strength));
    }
  }

  /** Pixels that go into one, by a triangle as wide as the reduction asks for. */
  private record Tap(int first, float[] weights) {
    /** The pixel after the last. */
    int end() {
      return first + weights.length;
    }

    static Tap of(double centre, double scale) {
      double reach = Math.max(1, 1 / scale);
      int first = (int) Math.ceil(centre - reach);
      int last = (int) Math.floor(centre + reach);
      float[] weights = new float[last - first + 1];
      float total = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) Math.max(0, 1 - Math.abs(first + i - centre) / reach);
        total += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= total;
      }
      return new Tap(first, weights);
    }
  }
}
