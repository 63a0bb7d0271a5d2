package dev.icrstreams.image.clean;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.plane.Plane;
import java.util.function.IntToDoubleFunction;

/**
 * The dark bands along the sides of a scan where the page ended or the lid stood open. A band is
 * wider than any printed line and dark over its whole length. Stateless.
 */
public final class ScanEdge {
  /** Paper is at least so light, 0 to 255: in a light-on-dark field nothing is called a band. */
  private static final double LIGHT = 80;

  /** A pixel is dark below this share of the paper's level. */
  private static final double DARK = 0.5;

  /** Share of a row or column of a band that is dark. */
  private static final double FULL = 0.85;

  /** Of the field's height, what a band measures at least; no printed line is so wide. */
  private static final double LEAST = 0.08;

  /** Of a side, what bands measure at most. */
  private static final double MOST = 0.35;

  /** Where a band fades or runs askew, share of a row or column that is dark. */
  private static final double FADING = 0.2;

  private ScanEdge() {}

  /**
   * What lies between the bands, in the plane's pixels: all of it where there are none.
   *
   * @param grey 0 to 255
   */
  public static Box within(Plane grey) {
    int width = grey.width();
    int height = grey.height();
    double paper = grey.quantile(0.5);
    if (paper < LIGHT) {
      return new Box(0, 0, width, height);
    }
    float dark = (float) (DARK * paper);
    IntToDoubleFunction column = x -> darkShare(grey, x, width, height, dark);
    IntToDoubleFunction row = y -> darkShare(grey, y * width, 1, width, dark);
    int least = (int) Math.ceil(LEAST * height);
    int left = depth(column, least, width);
    int top = depth(row, least, height);
    int right = width - depth(x -> column.applyAsDouble(width - 1 - x), least, width);
    int bottom = height - depth(y -> row.applyAsDouble(height - 1 - y), least, height);
    return new Box(left, top, right - left, bottom - top);
  }

  /** How many lines, from a side inwards, belong to a band. */
  private static int depth(IntToDoubleFunction dark, int least, int side) {
    int most = (int) (MOST * side);
    int depth = 0;
    while (depth < most && dark.applyAsDouble(depth) >= FULL) {
      depth++;
    }
    if (depth < least || depth == most) {
      return 0;
    }
    double last = 1;
    double next = dark.applyAsDouble(depth);
    while (depth < most && next >= FADING && next <= last) {
      depth++;
      last = next;
      next = dark.applyAsDouble(depth);
    }
    // the blur of the edge
    return Math.min(most, depth + 1);
  }

  /** Of every step-th value from a place on, as many as there are rows or columns. */
  private static double darkShare(Plane grey, int from, int step, int count, float dark) {
    int found = 0;
    for (int i = 0; i < count; i++) {
      found += grey.values()[from + i * step] < dark ? 1 : 0;
    }
    return (double) found / count;
  }
}
