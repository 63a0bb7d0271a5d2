package dev.icrstreams.synth.writing;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.glyph.Glyph;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.Rotation;

/**
 * A glyph with its place on the page. Immutable.
 *
 * @param x the column of its leftmost ink
 * @param y the row of its topmost ink
 */
public record Placement(Glyph glyph, int x, int y) {
  /** Turning spreads a thin stroke's ink over two pixels; either is still stroke. */
  private static final double STROKE = 0.4;

  /** The same glyph so many pixels further right and down. */
  public Placement moved(int right, int down) {
    return new Placement(glyph, x + right, y + down);
  }

  Box box() {
    return new Box(x, y, glyph.width(), glyph.height());
  }

  /**
   * Draws it on a page that is turned, and tells where its ink is then.
   *
   * @return the box of the ink that lies on the page
   */
  public Box draw(Plane page, Rotation turn) {
    Plane ink = glyph.ink();
    if (turn.isNone()) {
      page.stamp(ink, x, y);
      return within(page, x, y, x + ink.width - 1, y + ink.height - 1);
    }
    double right = x + ink.width - 1.0;
    double bottom = y + ink.height - 1.0;
    int fromX = floor(Math.min(turn.targetX(x, y), turn.targetX(x, bottom)));
    int toX = floor(Math.max(turn.targetX(right, y), turn.targetX(right, bottom))) + 2;
    int fromY = floor(Math.min(turn.targetY(x, y), turn.targetY(right, y)));
    int toY = floor(Math.max(turn.targetY(x, bottom), turn.targetY(right, bottom))) + 2;
    int firstX = Integer.MAX_VALUE;
    int lastX = Integer.MIN_VALUE;
    int firstY = Integer.MAX_VALUE;
    int lastY = Integer.MIN_VALUE;
    for (int v = fromY; v <= toY; v++) {
      for (int u = fromX; u <= toX; u++) {
        double coverage = ink.bilinear(turn.sourceX(u, v) - x, turn.sourceY(u, v) - y);
        page.cover(u, v, coverage);
        if (coverage >= STROKE) {
          firstX = Math.min(firstX, u);
          lastX = Math.max(lastX, u);
          firstY = Math.min(firstY, v);
          lastY = Math.max(lastY, v);
        }
      }
    }
    return within(page, firstX, firstY, lastX, lastY);
  }

  /** The share of its ink, 0 to 1, that is not on a turned page of that size. */
  public double hidden(int width, int height, Rotation turn) {
    Plane ink = glyph.ink();
    int all = 0;
    int outside = 0;
    for (int v = 0; v < ink.height; v++) {
      for (int u = 0; u < ink.width; u++) {
        if (ink.at(u, v) >= Glyph.STROKE) {
          double column = turn.targetX(x + u, y + v);
          double row = turn.targetY(x + u, y + v);
          all++;
          outside += column < 0 || row < 0 || column > width - 1 || row > height - 1 ? 1 : 0;
        }
      }
    }
    return (double) outside / all;
  }

  private static Box within(Plane page, int fromX, int fromY, int toX, int toY) {
    int left = Math.max(0, Math.min(page.width - 1, fromX));
    int top = Math.max(0, Math.min(page.height - 1, fromY));
    int right = Math.max(left, Math.min(page.width - 1, toX));
    int bottom = Math.max(top, Math.min(page.height - 1, toY));
    return new Box(left, top, right - left + 1, bottom - top + 1);
  }

  private static int floor(double value) {
    return (int) Math.floor(value);
  }
}
