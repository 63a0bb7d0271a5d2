package dev.icrstreams.segment.piece;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.Writing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the pieces of broken digits and drops what is too small to be a digit. */
public final class Parts {
  private static final double SAME_COLUMN = 0.4;
  private static final double SAME_COLUMN_TALL = 0.7;
  private static final double TALL = 0.6;
  private static final double MAX_JOINED_HEIGHT = 1.35;
  private static final double MAX_JOINED_WIDTH = 1.1;
  private static final double MAX_GAP = 0.2;
  private static final double NEAR = 0.8;

  private final Labels labels;
  private final double stroke;
  private final double reference;

  /** The parts of a field whose pen draws so wide, in working pixels. */
  public Parts(Labels labels, List<Part> parts, double strokeWidth) {
    this.labels = labels;
    this.stroke = strokeWidth;
    this.reference = digitHeight(parts, labels.ink().height());
  }

  /** The digits' usual height in working pixels. */
  public double reference() {
    return reference;
  }

  /** The digits among the parts, in no order; some may be several that touch. */
  public List<Part> digits(List<Part> parts) {
    List<Part> digits = new ArrayList<>(parts);
    Marks marks = new Marks(labels, parts, reference);
    digits.removeIf(marks::isPoint);
    digits = joined(digits);
    digits.removeIf(marks::isMark);
    return digits;
  }

  /**
   * The typical height of what is tall: the median of those at least half as high as the tallest.
   */
  private static double digitHeight(List<Part> parts, int height) {
    List<Box> writing = Writing.of(parts.stream().map(Part::box).toList(), height);
    int tallest = writing.stream().mapToInt(Box::height).max().orElse(1);
    int[] heights =
        writing.stream()
            .mapToInt(Box::height)
            .filter(high -> high >= tallest / 2)
            .sorted()
            .toArray();
    return heights[heights.length / 2];
  }

  private List<Part> joined(List<Part> parts) {
    List<Part> joined = new ArrayList<>(parts);
    joined.sort(Comparator.comparingInt(Part::area));
    for (int i = 0; i < joined.size(); i++) {
      int partner = partner(joined, i);
      if (partner >= 0) {
        joined.set(partner, joined.get(partner).with(joined.get(i)));
        joined.remove(i--);
      }
    }
    return joined;
  }

  /** The larger part that a small one most likely broke off from, or -1. */
  private int partner(List<Part> parts, int small) {
    Part part = parts.get(small);
    int best = -1;
    for (int i = small + 1; i < parts.size(); i++) {
      Part other = parts.get(i);
      if (belong(part, other)
          && (best < 0 || part.overlap(other) > part.overlap(parts.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  private boolean belong(Part part, Part other) {
    Box both = part.box().union(other.box());
    boolean tall = Math.min(part.box().height(), other.box().height()) > TALL * reference;
    if (part.overlap(other) >= (tall ? SAME_COLUMN_TALL : SAME_COLUMN)
        && part.gapBetween(other) <= MAX_GAP * reference
        && both.height() <= MAX_JOINED_HEIGHT * reference) {
      return true;
    }
    return !tall
        && part.overlap(other) > 0
        && both.width() <= MAX_JOINED_WIDTH * Math.max(reference, both.height())
        && labels.areNear(part, other, (int) Math.ceil(NEAR * stroke));
  }
}
