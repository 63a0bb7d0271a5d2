package dev.icrstreams.image.clean;

/** How wide the strokes are: of each ink pixel the shorter of its two runs, their median. */
public final class StrokeWidth {
  private static final int MOST = 64;

  private StrokeWidth() {}

  /** The median width in pixels, 0 without ink. */
  public static double of(byte[] soft, int width, int height) {
    int[] down = new int[soft.length];
    for (int x = 0; x < width; x++) {
      int length = 0;
      for (int y = 0; y <= height; y++) {
        if (y < height && soft[y * width + x] < 0) {
          length++;
        } else {
          for (int back = 1; back <= length; back++) {
            down[(y - back) * width + x] = length;
          }
          length = 0;
        }
      }
    }
    int[] histogram = new int[MOST + 1];
    int total = 0;
    for (int y = 0; y < height; y++) {
      int length = 0;
      for (int x = 0; x <= width; x++) {
        if (x < width && soft[y * width + x] < 0) {
          length++;
        } else {
          for (int back = 1; back <= length; back++) {
            histogram[Math.min(MOST, Math.min(length, down[y * width + x - back]))]++;
            total++;
          }
          length = 0;
        }
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
