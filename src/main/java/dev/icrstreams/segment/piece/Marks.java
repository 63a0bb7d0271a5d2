package dev.icrstreams.segment.piece;

import dev.icrstreams.field.Box;
import java.util.List;

/** Tells points, commas, dashes and equals signs from digits by size, place and shape. */
public final class Marks {
  private static final double POINT = 0.3;
  private static final double LOW = 0.38;
  private static final double DASH_HEIGHT = 0.34;
  private static final double DASH_ASPECT = 1.3;
  private static final double DASH_RUNS = 1.2;
  private static final double COMMA_HEIGHT = 0.6;
  private static final double COMMA_WIDTH = 0.32;
  private static final double MIDDLE = 0.5;
  private static final double BORDER_PIECE = 0.6;

  private final Labels labels;
  private final double reference;
  private final double top;

  /** Marks of a field whose digits are about {@code reference} rows high. */
  public Marks(Labels labels, List<Part> parts, double reference) {
    this.labels = labels;
    this.reference = reference;
    int[] tops =
        parts.stream()
            .filter(part -> part.box().height() >= 0.8 * reference)
            .mapToInt(part -> part.box().y())
            .sorted()
            .toArray();
    top = tops.length == 0 ? 0 : tops[tops.length / 2];
  }

  /** Whether it is so small on all sides that it belongs to no digit. */
  boolean isPoint(Part part) {
    return Math.max(part.box().width(), part.box().height()) < POINT * reference;
  }

  boolean isMark(Part part) {
    return part.box().height() < LOW * reference
        || isComma(part)
        || part.labels().stream().allMatch(label -> isDash(labels.component(label)))
        || isFromOutside(part);
  }

  private boolean isComma(Part part) {
    Box box = part.box();
    return box.height() < COMMA_HEIGHT * reference
        && box.width() < COMMA_WIDTH * reference
        && box.y() > top + MIDDLE * reference;
  }

  /** One flat stroke; a flat zero has two. */
  private boolean isDash(Part part) {
    Box box = part.box();
    if (box.height() > DASH_HEIGHT * reference || box.width() < DASH_ASPECT * box.height()) {
      return false;
    }
    return labels.runs(part) <= DASH_RUNS * box.width();
  }

  /** What hangs in from the line above or below. */
  private boolean isFromOutside(Part part) {
    Box box = part.box();
    boolean atBorder = box.y() <= 1 || box.bottom() >= labels.ink().height() - 1;
    return atBorder && box.height() < BORDER_PIECE * reference;
  }
}
