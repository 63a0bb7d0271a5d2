package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.clean.Climb;
import dev.icrstreams.image.plane.Plane;
import java.util.List;

/**
 * The line that a number is written on, where it climbs or falls so much that a level crop would
 * show its digits small. Immutable.
 *
 * @param slope rows a column, downwards; 0 for a line that may stay as it is
 * @param left first column of the writing
 * @param right the column after its last
 */
record WrittenLine(double slope, int left, int right) {
  /** How wide writing is at least, in heights of it: a single digit's strokes tell no slope. */
  private static final double LEAST_WIDTH = 1.6;

  /** Of the writing's height, what its pieces are high at least; others may be marks. */
  private static final double TALL = 0.4;

  /** The line that a field's writing in these rows is on. What stands in cells keeps to them. */
  static WrittenLine of(CleanField field, TextRows rows) {
    int height = rows.bottom() - rows.top();
    List<Box> tall =
        field.components().boxes().stream().filter(box -> box.height() >= TALL * height).toList();
    int left = tall.stream().mapToInt(Box::x).min().orElse(0);
    int right = tall.stream().mapToInt(Box::right).max().orElse(0);
    boolean free = field.cells().isEmpty() && right - left >= LEAST_WIDTH * height;
    return new WrittenLine(free ? Climb.of(field.ink()) : 0, left, right);
  }

  /** The same writing, for a reader that levels nothing. */
  WrittenLine asItIs() {
    return new WrittenLine(0, left, right);
  }

  int width() {
    return right - left;
  }

  boolean isLevel() {
    return slope == 0;
  }

  private double middle() {
    return (left + right) / 2.0;
  }

  /** A plane with each column moved so that the line comes out level; paper comes in. */
  Plane levelled(Plane plane) {
    if (isLevel()) {
      return plane;
    }
    Plane level = new Plane(plane.width(), plane.height());
    for (int x = 0; x < plane.width(); x++) {
      double shift = slope * (x - middle());
      int whole = (int) Math.floor(shift);
      float part = (float) (shift - whole);
      for (int y = 0; y < plane.height(); y++) {
        float above = at(plane, x, y + whole);
        float below = at(plane, x, y + whole + 1);
        level.values()[y * plane.width() + x] = above + part * (below - above);
      }
    }
    return level;
  }

  private static float at(Plane plane, int x, int y) {
    return y < 0 || y >= plane.height() ? 0 : plane.values()[y * plane.width() + x];
  }

  /** About where pieces come out, which are as high as they are for their own slope too. */
  List<Box> levelled(List<Box> pieces) {
    return pieces.stream().map(this::levelled).toList();
  }

  private Box levelled(Box box) {
    int climb = (int) Math.min(box.height() - 1.0, Math.abs(slope) * box.width());
    double down = -slope * (box.x() + box.width() / 2.0 - middle());
    return new Box(
        box.x(), box.y() + climb / 2 + (int) Math.round(down), box.width(), box.height() - climb);
  }
}
