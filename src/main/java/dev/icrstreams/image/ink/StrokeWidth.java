package dev.icrstreams.image.ink;

import dev.icrstreams.field.Ink;

/** How wide the strokes are: of each ink pixel the shorter of its two runs, their median. */
public final class StrokeWidth {
  private static final int MOST = 64;

  private StrokeWidth() {}

  /** The median width in pixels, 0 without ink. */
  public static double of(byte[] soft, int width, int height) {
    return of(Runs.along(soft, width, height, Ink.THRESHOLD), Runs.down(soft, width, height));
  }

  /** The same of ink whose runs along its rows and down its columns are known. */
  public static double of(Runs rows, Runs columns) {
    int width = rows.length();
    byte[] down = new byte[width * rows.lines()];
    for (int x = 0; x < width; x++) {
      for (int run = columns.first(x); run < columns.first(x + 1); run++) {
        int length = Math.min(MOST, columns.end(run) - columns.start(run));
        for (int y = columns.start(run); y < columns.end(run); y++) {
          down[y * width + x] = (byte) length;
        }
      }
    }
    int[] histogram = new int[MOST + 1];
    int total = 0;
    for (int y = 0; y < rows.lines(); y++) {
      for (int run = rows.first(y); run < rows.first(y + 1); run++) {
        int length = rows.end(run) - rows.start(run);
        for (int x = rows.start(run); x < rows.end(run); x++) {
          histogram[Math.min(length, down[y * width + x])]++;
        }
        total += length;
      }
    }
    if (total == 0) {
      return 0;
    }
    int width50 = 0;
    for (int seen = 0; seen * 2 < total; seen += histogram[width50]) {
      width50++;
    }
    return width50;
  }
}
