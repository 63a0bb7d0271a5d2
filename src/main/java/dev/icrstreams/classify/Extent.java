package dev.icrstreams.classify;

import dev.icrstreams.field.Ink;

/**
 * Where the ink of a raster lies.
 *
 * @param left first column of the bounding box
 * @param top first row
 * @param right column after the last
 * @param bottom row after the last
 * @param massX centre of mass of the box's ink, in pixels from the raster's left edge; the middle
 *     of the first pixel is 0.5
 * @param massY the same from the top edge
 */
record Extent(int left, int top, int right, int bottom, double massX, double massY) {
  int width() {
    return right - left;
  }

  int height() {
    return bottom - top;
  }

  /**
   * The extent of all pixels of at least {@code edge} times the darkest one; null for a raster
   * without ink.
   */
  static Extent of(Ink ink, double edge) {
    int darkest = 0;
    for (byte value : ink.values()) {
      darkest = Math.max(darkest, value & 0xff);
    }
    if (darkest == 0) {
      return null;
    }
    int threshold = Math.max(1, (int) Math.ceil(darkest * edge));
    int left = ink.width();
    int right = 0;
    int top = ink.height();
    int bottom = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        if (ink.at(x, y) >= threshold) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return weighed(ink, left, top, right, bottom);
  }

  private static Extent weighed(Ink ink, int left, int top, int right, int bottom) {
    // whole numbers, which double precision holds as they are
    long mass = 0;
    long alongX = 0;
    long alongY = 0;
    for (int y = top; y < bottom; y++) {
      int row = 0;
      for (int x = left; x < right; x++) {
        int value = ink.at(x, y);
        row += value;
        alongX += (long) value * x;
      }
      mass += row;
      alongY += (long) row * y;
    }
    double half = mass / 2.0;
    return new Extent(left, top, right, bottom, (alongX + half) / mass, (alongY + half) / mass);
  }
}
