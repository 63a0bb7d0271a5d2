package dev.icrstreams.image.clean;

import java.util.function.Consumer;

/**
 * The paper behind the ink: a grey closing (dilation, then erosion, over a square window), which
 * fills whatever is narrower than the window, then a blur. Running extrema after M. van Herk, 1992.
 */
public final class Background {
  private static final float DARKEST = 24;

  private Background() {}

  /**
   * How much darker than its surrounding paper each pixel is: 0 is paper, 1 is black; paper's noise
   * comes out on both sides of 0.
   *
   * @param grey 0 to 255, dark ink on light paper
   * @param window side of the closing's window, in pixels; wider than any stroke
   * @param seen is shown the paper, 0 to 255, before it is divided out
   */
  public static Plane divideOut(Plane grey, int window, Consumer<Plane> seen) {
    Plane paper = closing(grey, window | 1);
    Plane level = Slope.levelled(grey, paper, window / 2);
    paper = closing(level, window | 1);
    blur(paper, window / 2);
    seen.accept(paper);
    Plane ink = new Plane(grey.width(), grey.height());
    for (int i = 0; i < ink.values().length; i++) {
      float light = paper.values()[i];
      float darker = (light - level.values()[i]) / Math.max(DARKEST, light);
      ink.values()[i] = Math.min(1, darker);
    }
    return ink;
  }

  static Plane closing(Plane grey, int window) {
    Plane lightest = extrema(extrema(grey, window, 1).transposed(), window, 1);
    return extrema(extrema(lightest, window, -1).transposed(), window, -1);
  }

  /** Running maximum (sign 1) or minimum (sign -1) along rows. */
  private static Plane extrema(Plane in, int window, int sign) {
    int width = in.width();
    int reach = window / 2;
    int padded = (width + 2 * reach + window - 1) / window * window;
    float[] line = new float[padded];
    float[] forward = new float[padded];
    float[] backward = new float[padded];
    Plane out = new Plane(width, in.height());
    for (int y = 0; y < in.height(); y++) {
      java.util.Arrays.fill(line, -Float.MAX_VALUE);
      for (int x = 0; x < width; x++) {
        line[x + reach] = sign * in.values()[y * width + x];
      }
      for (int i = 0; i < padded; i++) {
        forward[i] = i % window == 0 ? line[i] : Math.max(forward[i - 1], line[i]);
      }
      for (int i = padded - 1; i >= 0; i--) {
        backward[i] = i % window == window - 1 ? line[i] : Math.max(backward[i + 1], line[i]);
      }
      for (int x = 0; x < width; x++) {
        out.values()[y * width + x] = sign * Math.max(backward[x], forward[x + window - 1]);
      }
    }
    return out;
  }

  /** A box blur, in place; windows shrink towards the borders, so that slopes stay slopes. */
  static void blur(Plane plane, int radius) {
    Integral sums = Integral.of(plane, false);
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < plane.width(); x++) {
        plane.values()[y * plane.width() + x] = (float) sums.centredMean(x, y, radius);
      }
    }
  }
}
