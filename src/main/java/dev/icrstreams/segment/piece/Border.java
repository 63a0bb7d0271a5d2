package dev.icrstreams.segment.piece;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.CleanField;
import java.util.List;

/** What the image's border cuts off: strokes as wide as the pen's run out of it. */
public final class Border {
  private static final double CUT = 0.7;

  /** Of a digit's height, what is left of one that is cut off at its side at least. */
  private static final double LEAST_REST = 0.2;

  private Border() {}

  /** Whether one of the digits is cut off. */
  public static boolean isCrossed(CleanField field, Labels labels, List<Part> digits) {
    double least = least(field);
    return digits.stream().anyMatch(digit -> onBorder(field, labels, digit) >= least);
  }

  /**
   * The components that run out of the left or the right side and are as high as what is left of a
   * digit would be.
   *
   * @param reference the digits' usual height in working pixels
   */
  public static List<Part> atSides(CleanField field, Labels labels, double reference) {
    double least = least(field);
    return labels.components().stream()
        .filter(part -> part.box().height() >= LEAST_REST * reference)
        .filter(part -> atSide(field, part.box()) && onBorder(field, labels, part) >= least)
        .toList();
  }

  private static double least(CleanField field) {
    return Math.max(2, CUT * field.strokeWidth());
  }

  /** Pixels of a digit on the border's outermost rows and columns of working pixels. */
  private static int onBorder(CleanField field, Labels labels, Part part) {
    if (!touches(field, part.box())) {
      return 0;
    }
    Box box = part.box();
    int pixels = 0;
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        pixels += labels.owns(part, x, y) && touches(field, new Box(x, y, 1, 1)) ? 1 : 0;
      }
    }
    return pixels;
  }

  private static boolean touches(CleanField field, Box turned) {
    Box box = level(field, turned);
    return atSide(field, turned) || box.y() <= 0 || box.bottom() >= field.turn().fromHeight();
  }

  private static boolean atSide(CleanField field, Box turned) {
    Box box = level(field, turned);
    return box.x() <= 0 || box.right() >= field.turn().fromWidth();
  }

  private static Box level(CleanField field, Box turned) {
    return field.turn().isNone() ? turned : field.turn().back(turned);
  }
}
