package dev.icrstreams.image.clean;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.plane.Plane;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The dark bands along the sides of a scan where the page ended, the lid stood open or a heavy
 * frame was printed. A band is dark over its whole length, and wider than any printed line unless
 * three sides at least have one. Stateless.
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

  /** The same where they are a frame's. */
  private static final double LEAST_OF_FRAME = 0.05;

  /** Sides that a frame has at least within the image. */
  private static final int SIDES_OF_FRAME = 3;

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
    List<Side> sides =
        List.of(
            new Side(column, width),
            new Side(row, height),
            new Side(x -> column.applyAsDouble(width - 1 - x), width),
            new Side(y -> row.applyAsDouble(height - 1 - y), height));
    double thin = LEAST_OF_FRAME * height;
    boolean framed = sides.stream().filter(side -> side.band() >= thin).count() >= SIDES_OF_FRAME;
    if (framed && width <= height) {
      // or it may be an angular 0, tightly cropped
      return new Box(0, 0, width, height);
    }
    double least = framed ? thin : LEAST * height;
    int[] bands = sides.stream().mapToInt(side -> side.bandWithEdge(least)).toArray();
    return new Box(bands[0], bands[1], width - bands[0] - bands[2], height - bands[1] - bands[3]);
  }

  /**
   * A side of the scan.
   *
   * @param dark share of a line that is dark, by how far inwards the line lies
   * @param lines how many there are up to the opposite side
   */
  private record Side(IntToDoubleFunction dark, int lines) {
    /** How many lines are dark; 0 if too many are to be a band. */
    int band() {
      int band = 0;
      while (band < most() && dark.applyAsDouble(band) >= FULL) {
        band++;
      }
      return band == most() ? 0 : band;
    }

    /** The same with the lines in which the band fades; 0 for less than so many dark ones. */
    int bandWithEdge(double least) {
      int band = band();
      if (band == 0 || band < least) {
        return 0;
      }
      double last = 1;
      double next = dark.applyAsDouble(band);
      while (band < most() && next >= FADING && next <= last) {
        band++;
        last = next;
        next = dark.applyAsDouble(band);
      }
      // the blur of the edge
      return Math.min(most(), band + 1);
    }

    private int most() {
      return (int) (MOST * lines);
    }
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
