package dev.icrstreams.synth.glyph;

import dev.icrstreams.synth.raster.Plane;

/**
 * One handwritten digit as a pen drew it, cut out to its ink. Nobody changes that once it is cut
 * out.
 *
 * @param ink coverage, at least a pixel of ink in its outermost rows and columns
 */
public record Glyph(Plane ink) {
  /** From this coverage on a pixel belongs to the stroke rather than to its soft edge. */
  public static final float STROKE = 0.5f;

  /** The ink's width in pixels. */
  public int width() {
    return ink.width;
  }

  /** The ink's height in pixels. */
  public int height() {
    return ink.height;
  }

  /** The leftmost stroke pixel of a row; {@code width()} where there is none. */
  public int left(int row) {
    int x = 0;
    while (x < ink.width && ink.at(x, row) < STROKE) {
      x++;
    }
    return x;
  }

  /** The rightmost stroke pixel of a row; -1 where there is none. */
  public int right(int row) {
    int x = ink.width - 1;
    while (x >= 0 && ink.at(x, row) < STROKE) {
      x--;
    }
    return x;
  }

  /** The ink alone; of a line so fine that it nowhere fills half a pixel, what it fills most. */
  static Glyph cutOut(Plane plane) {
    float darkest = 0;
    for (float coverage : plane.values) {
      darkest = Math.max(darkest, coverage);
    }
    float stroke = darkest >= STROKE ? STROKE : darkest / 2;
    int left = plane.width;
    int right = -1;
    int top = plane.height;
    int bottom = -1;
    for (int y = 0; y < plane.height; y++) {
      for (int x = 0; x < plane.width; x++) {
        if (plane.at(x, y) >= stroke && stroke > 0) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    if (right < 0) {
      throw new IllegalStateException("a glyph without ink");
    }
    Plane part = new Plane(right - left + 1, bottom - top + 1);
    for (int y = 0; y < part.height; y++) {
      System.arraycopy(
          plane.values, (top + y) * plane.width + left, part.values, y * part.width, part.width);
    }
    return new Glyph(part);
  }
}
