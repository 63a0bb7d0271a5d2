package dev.icrstreams.image.form;

/**
 * The pixels that a printed line covers, step by step along it. Lines along rows and along columns
 * differ only in their strides.
 */
final class Band {
  private static final double THICKER = 1.25;
  private static final double EDGE = 1.2;
  private static final int NEAR = 2;

  private final Rule rule;
  private final int along;
  private final int across;
  private final int size;
  private final int[] top;
  private final int[] bottom;
  private final boolean[] crossed;

  /**
   * A band over soft ink.
   *
   * @param along stride from a step to the next
   * @param across stride from the line's one side to its other
   * @param size pixels across the raster
   * @param thickest how thick a printed line of this form may be
   */
  Band(Rule rule, byte[] soft, int along, int across, int size, double thickest) {
    this.rule = rule;
    this.along = along;
    this.across = across;
    this.size = size;
    int steps = rule.path().length;
    top = new int[steps];
    bottom = new int[steps];
    crossed = new boolean[steps];
    double thickness = Math.min(rule.thickness(), thickest);
    double limit = THICKER * thickness + EDGE;
    for (int step = 0; step < steps; step++) {
      double middle = rule.path()[step];
      int hit = nearest(soft, step, (int) Math.round(middle));
      int start = hit;
      int end = hit + 1;
      while (hit >= 0 && start > 0 && soft[at(step, start - 1)] < 0) {
        start--;
      }
      while (hit >= 0 && end < size && soft[at(step, end)] < 0) {
        end++;
      }
      crossed[step] = hit >= 0 && end - start > limit;
      if (hit < 0 || crossed[step]) {
        start = (int) Math.round(middle - thickness / 2);
        end = (int) Math.round(middle + thickness / 2 + 1);
      }
      top[step] = Math.max(0, Math.min(size - 1, start));
      bottom[step] = Math.max(top[step], Math.min(size, end));
    }
  }

  private int nearest(byte[] soft, int step, int middle) {
    for (int reach = 0; reach <= NEAR; reach++) {
      for (int y : new int[] {middle - reach, middle + reach}) {
        if (y >= 0 && y < size && soft[at(step, y)] < 0) {
          return y;
        }
      }
    }
    return -1;
  }

  int steps() {
    return top.length;
  }

  int top(int step) {
    return top[step];
  }

  int bottom(int step) {
    return bottom[step];
  }

  /** Whether the ink at a step is more than the line's own. */
  boolean isCrossed(int step) {
    return crossed[step];
  }

  int size() {
    return size;
  }

  /** A pixel's index in the raster. */
  int at(int step, int y) {
    return (rule.from() + step) * along + y * across;
  }
}
