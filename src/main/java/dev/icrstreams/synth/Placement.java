package dev.icrstreams.synth;

import dev.icrstreams.field.Box;

/**
 * A glyph with its place on the page.
 *
 * @param x the column of its leftmost ink
 * @param y the row of its topmost ink
 */
record Placement(Glyph glyph, int x, int y) {
  Placement moved(int right, int down) {
    return new Placement(glyph, x + right, y + down);
  }

  Box box() {
    return new Box(x, y, glyph.width(), glyph.height());
  }

  /** The box of the ink once the page has been turned and what left it is cut off. */
  Box box(Rotation scan, int pageWidth, int pageHeight) {
    int left = pageWidth - 1;
    int right = 0;
    int top = pageHeight - 1;
    int bottom = 0;
    for (int v = 0; v < glyph.height(); v++) {
      for (int u : new int[] {glyph.left(v), glyph.right(v)}) {
        if (u >= 0 && u < glyph.width()) {
          int column = clamp(scan.targetX(x + u, y + v), pageWidth);
          int row = clamp(scan.targetY(x + u, y + v), pageHeight);
          left = Math.min(left, column);
          right = Math.max(right, column);
          top = Math.min(top, row);
          bottom = Math.max(bottom, row);
        }
      }
    }
    return new Box(left, top, right - left + 1, bottom - top + 1);
  }

  private static int clamp(double position, int size) {
    return (int) Math.max(0, Math.min(size - 1, Math.round(position)));
  }
}
