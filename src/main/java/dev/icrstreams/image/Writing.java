package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import java.util.List;

/** Which of a field's pieces of ink tell how large the writing is. Stateless. */
public final class Writing {
  /** Lower than this share of the field, a piece may be a mark. */
  private static final double TALL = 0.25;

  /** Of the tallest, what others are high that agree with it. */
  private static final double ALIKE = 0.6;

  private Writing() {}

  /**
   * Without what runs from the upper to the lower border, as a fold does, if two others at least
   * agree on a height. In a tight crop digits do so too, and then all do.
   *
   * @param pieces their boxes, in working pixels
   * @param height the field's
   */
  public static List<Box> of(List<Box> pieces, int height) {
    List<Box> within = pieces.stream().filter(box -> box.y() > 0 || box.bottom() < height).toList();
    int tallest = within.stream().mapToInt(Box::height).max().orElse(0);
    double least = Math.max(TALL * height, ALIKE * tallest);
    return within.stream().filter(box -> box.height() >= least).count() >= 2 ? within : pieces;
  }
}
