package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.clean.Climb;
import dev.icrstreams.image.plane.Plane;
import java.util.List;

/**
 * The line that a number is written on, where it climbs or falls so much that a level crop would
 * show its digits small. Immutable.
 *
 * @param slope rows a column, downwards; 0 for a level line
 * @param middle the writing's middle column
 */
record WrittenLine(double slope, double middle) {
  /** A line from which nothing has to be levelled. */
  static final WrittenLine LEVEL = new WrittenLine(0, 0);

  /** How wide writing is at least, in heights of it: a single digit's strokes tell no slope. */
  private static final double LEAST_WIDTH = 1.6;

  /** Of the writing's height, what its pieces are high at least; others may be marks. */
  private static final double TALL = 0.4;

  /**
   * The line that a field is written on. Writing in printed cells keeps to them.
   *
   * @param rows those of the field's writing
   */
  static WrittenLine of(CleanField field, TextRows rows) {
    if (!field.cells().isEmpty()) {
      return LEVEL;
    }
    int height = rows.bottom() - rows.top();
    int left = Integer.MAX_VALUE;
    int right = 0;
    for (Box box : field.components().boxes()) {
      if (box.height() >= TALL * height) {
        left = Math.min(left, box.x());
        right = Math.max(right, box.right());
      }
    }
    if (right - left < LEAST_WIDTH * height) {
      return LEVEL;
    }
    double slope = Climb.of(field.ink());
    return slope == 0 ? LEVEL : new WrittenLine(slope, (left + right) / 2.0);
  }

  boolean isLevel() {
    return slope == 0;
  }

  /** A plane with each column moved so that the line comes out level; paper comes in. */
  Plane levelled(Plane plane) {
    if (isLevel()) {
      return plane;
    }
    Plane level = new Plane(plane.width(), plane.height());
    for (int x = 0; x < plane.width(); x++) {
      double shift = slope * (x - middle);
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
    double down = -slope * (box.x() + box.width() / 2.0 - middle);
    return new Box(
        box.x(), box.y() + climb / 2 + (int) Math.round(down), box.width(), box.height() - climb);
  }
}
