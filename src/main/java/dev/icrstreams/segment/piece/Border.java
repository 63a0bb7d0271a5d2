package dev.icrstreams.segment.piece;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.CleanField;
import java.util.List;

/** Whether the image's border cuts a digit off: a stroke as wide as the pen's runs out of it. */
public final class Border {
  private static final double CUT = 0.7;

  private Border() {}

  /** Whether one of the digits is cut off. */
  public static boolean isCrossed(CleanField field, Labels labels, List<Part> digits) {
    double least = Math.max(2, CUT * field.strokeWidth());
    return digits.stream().anyMatch(digit -> onBorder(field, labels, digit) >= least);
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
    Box box = field.turn().isNone() ? turned : field.turn().back(turned);
    return box.x() <= 0
        || box.y() <= 0
        || box.right() >= field.turn().fromWidth()
        || box.bottom() >= field.turn().fromHeight();
  }
}
