package dev.icrstreams.image.ink;

import dev.icrstreams.field.Ink;
import java.util.Arrays;

/**
 * The runs of ink along parallel lines of a raster, its rows or its columns, in their order. Found
 * once, they serve all who would else look at every pixel again, most of which are paper.
 * Immutable.
 */
public final class Runs {
  private final int length;
  private final int[] first;
  private int[] starts = new int[256];
  private int[] ends = new int[256];

  private Runs(int lines, int length) {
    this.length = length;
    this.first = new int[lines + 1];
  }

  /** The runs along the rows of a raster's ink. */
  public static Runs along(Ink ink) {
    return along(ink.values(), ink.width(), ink.height(), Ink.THRESHOLD);
  }

  /** The runs along the rows of a raster, of values of at least {@code least}, 1 to 255. */
  public static Runs along(byte[] soft, int width, int height, int least) {
    Runs runs = new Runs(height, width);
    for (int y = 0; y < height; y++) {
      runs.add(y, soft, y * width, least);
    }
    return runs;
  }

  /** The runs down the columns of a raster's ink. */
  public static Runs down(byte[] soft, int width, int height) {
    return down(soft, width, height, Ink.THRESHOLD);
  }

  /** The runs down the columns of a raster, of values of at least {@code least}, 1 to 255. */
  public static Runs down(byte[] soft, int width, int height, int least) {
    byte[] turned = new byte[soft.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = soft[y * width + x];
      }
    }
    return along(turned, /* width= */ height, /* height= */ width, least);
  }

  private void add(int line, byte[] soft, int from, int least) {
    int count = first[line];
    int at = 0;
    while (at < length) {
      while (at < length && (soft[from + at] & 0xff) < least) {
        at++;
      }
      if (at < length) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
          ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = at;
        while (at < length && (soft[from + at] & 0xff) >= least) {
          at++;
        }
        ends[count++] = at;
      }
    }
    first[line + 1] = count;
  }

  /** How many lines there are. */
  public int lines() {
    return first.length - 1;
  }

  /** Pixels of a line. */
  public int length() {
    return length;
  }

  /** How many runs there are. */
  public int count() {
    return first[lines()];
  }

  /** Index of a line's first run; of the number of lines, how many runs there are. */
  public int first(int line) {
    return first[line];
  }

  /** Where on its line a run begins. */
  public int start(int run) {
    return starts[run];
  }

  /** The pixel after a run's last one. */
  public int end(int run) {
    return ends[run];
  }

  /** The run that a pixel of a line belongs to, or -1. */
  public int at(int line, int place) {
    for (int run = first[line]; run < first[line + 1] && starts[run] <= place; run++) {
      if (place < ends[run]) {
        return run;
      }
    }
    return -1;
  }
}
