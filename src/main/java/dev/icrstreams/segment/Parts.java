package dev.icrstreams.segment;

import dev.icrstreams.field.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the pieces of broken digits and drops what is too small to be a digit. */
final class Parts {
  private static final double SAME_COLUMN = 0.4;
  private static final double SAME_COLUMN_TALL = 0.7;
  private static final double TALL = 0.6;
  private static final double MAX_JOINED_HEIGHT = 1.35;
  private static final double MAX_GAP = 0.2;
  private static final double MARK_HEIGHT = 0.38;
  private static final double BORDER_PIECE = 0.6;

  private Parts() {}

  /** The digits among the parts, in no order. */
  static List<Part> digits(List<Part> parts, int width, int height) {
    double reference = digitHeight(parts, height);
    List<Part> digits = joined(parts, reference);
    digits.removeIf(part -> isMark(part, reference) || isFromOutside(part, reference, height));
    return digits;
  }

  /**
   * The typical height of what is tall: the median of those at least half as high as the tallest.
   */
  static double digitHeight(List<Part> parts, int height) {
    int tallest = parts.stream().mapToInt(part -> part.box().height()).max().orElse(height);
    int[] heights =
        parts.stream()
            .mapToInt(part -> part.box().height())
            .filter(high -> high >= tallest / 2)
            .sorted()
            .toArray();
    return heights[heights.length / 2];
  }

  private static List<Part> joined(List<Part> parts, double reference) {
    List<Part> joined = new ArrayList<>(parts);
    joined.sort(Comparator.comparingInt(Part::area));
    for (int i = 0; i < joined.size(); i++) {
      int partner = partner(joined, i, reference);
      if (partner >= 0) {
        joined.set(partner, joined.get(partner).with(joined.get(i)));
        joined.remove(i--);
      }
    }
    return joined;
  }

  /** The larger part that a small one most likely broke off from, or -1. */
  private static int partner(List<Part> parts, int small, double reference) {
    Part part = parts.get(small);
    int best = -1;
    for (int i = small + 1; i < parts.size(); i++) {
      Part other = parts.get(i);
      boolean bothTall = Math.min(part.box().height(), other.box().height()) > TALL * reference;
      boolean fits =
          part.overlap(other) >= (bothTall ? SAME_COLUMN_TALL : SAME_COLUMN)
              && part.gapBetween(other) <= MAX_GAP * reference
              && part.box().union(other.box()).height() <= MAX_JOINED_HEIGHT * reference;
      if (fits && (best < 0 || part.overlap(other) > part.overlap(parts.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean isMark(Part part, double reference) {
    return part.box().height() < MARK_HEIGHT * reference;
  }

  /** What hangs in from the line above or below. */
  private static boolean isFromOutside(Part part, double reference, int height) {
    Box box = part.box();
    boolean atBorder = box.y() <= 1 || box.bottom() >= height - 1;
    return atBorder && box.height() < BORDER_PIECE * reference;
  }
}
