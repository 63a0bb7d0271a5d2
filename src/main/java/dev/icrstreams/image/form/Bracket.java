package dev.icrstreams.image.form;

import java.util.Arrays;
import java.util.Optional;

/**
 * An upright line with a short foot at each end, both to the same side.
 *
 * @param side 1 where the feet point right, -1 where they point left
 */
record Bracket(Rule column, Rule top, Rule bottom, int side) {
  private static final double LEAST_FOOT = 0.03;
  private static final double MOST_FOOT = 0.35;
  private static final double SAME = 1.8;

  static Optional<Bracket> at(Rule column, byte[] soft, int width, int height) {
    for (int side = -1; side <= 1; side += 2) {
      Rule top = foot(column, true, side, soft, width, height);
      Rule bottom = foot(column, false, side, soft, width, height);
      if (top != null
          && bottom != null
          && top.path().length <= SAME * bottom.path().length
          && bottom.path().length <= SAME * top.path().length) {
        return Optional.of(new Bracket(column, top, bottom, side));
      }
    }
    return Optional.empty();
  }

  /** The longest thin run that leaves the line's end to a side; null if there is none. */
  private static Rule foot(Rule column, boolean top, int side, byte[] soft, int width, int height) {
    int deep = (int) Math.ceil(column.thickness()) + 2;
    int end = top ? column.from() : column.to() - 1;
    int x = Math.round(top ? column.first() : column.last());
    int body = (int) Math.ceil(column.thickness() / 2);
    int longest = 0;
    int first = -1;
    int last = -1;
    for (int y = Math.max(0, end - deep); y <= Math.min(height - 1, end + deep); y++) {
      if (run(soft, x, y, -side, width) > body + 2) {
        continue;
      }
      int run = run(soft, x, y, side, width);
      if (run > LEAST_FOOT * height + body) {
        longest = Math.max(longest, run);
        first = first < 0 ? y : first;
        last = y;
      }
    }
    double thickness = last - first + 1;
    if (first < 0 || longest > MOST_FOOT * height || thickness > SAME * column.thickness() + 1) {
      return null;
    }
    float[] path = new float[longest];
    Arrays.fill(path, (first + last) / 2f);
    return new Rule(side > 0 ? x : Math.max(0, x - longest + 1), path, thickness, 0, 0);
  }

  /** Pixels of ink from a place on, along the row. */
  private static int run(byte[] soft, int x, int y, int side, int width) {
    int at = Math.max(0, Math.min(width - 1, x));
    int run = 0;
    while (at >= 0 && at < width && soft[y * width + at] < 0) {
      run++;
      at += side;
    }
    return run;
  }
}
