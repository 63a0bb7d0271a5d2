package dev.icrstreams.segment.piece;

import dev.icrstreams.field.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of ink that belong together.
 *
 * @param labels the numbers of its pieces
 * @param box the box around them, in working pixels
 * @param area their pixels
 */
public record Part(List<Integer> labels, Box box, int area) {
  /** Both as one. */
  public Part with(Part other) {
    List<Integer> all = new ArrayList<>(labels);
    all.addAll(other.labels);
    return new Part(List.copyOf(all), box.union(other.box), area + other.area);
  }

  /** Whether a label, or 0 for paper, is one of its pieces'. */
  public boolean has(int label) {
    // asked for every pixel: the list's own search would make an object of each label
    for (int i = 0; i < labels.size() && label != 0; i++) {
      if (labels.get(i) == label) {
        return true;
      }
    }
    return false;
  }

  /** The column half-way between its sides. */
  public double middle() {
    return box.x() + box.width() / 2.0;
  }

  /** Columns that both cover, as a share of the narrower one's. */
  double overlap(Part other) {
    int common = Math.min(box.right(), other.box.right()) - Math.max(box.x(), other.box.x());
    return (double) common / Math.min(box.width(), other.box.width());
  }

  /** Rows between the two; negative where they overlap. */
  int gapBetween(Part other) {
    return Math.max(box.y(), other.box.y()) - Math.min(box.bottom(), other.box.bottom());
  }
}
