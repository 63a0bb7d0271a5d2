package dev.icrstreams.segment.piece;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Names the points, commas and dashes among the ink that belongs to no digit. */
public final class Separators {
  private static final double LEAST = 0.6;
  private static final double POINT = 0.32;
  private static final double POINT_ASPECT = 1.5;
  private static final double COMMA_HEIGHT = 0.6;
  private static final double COMMA_WIDTH = 0.4;
  private static final double LOW = 0.68;
  private static final double LOWEST = 1.4;
  private static final double DASH_ASPECT = 1.3;
  private static final double DASH_HEIGHT = 0.34;
  private static final double DASH_LEAST = 0.2;
  private static final double DASH_MOST = 1.3;
  private static final double DASH_RUNS = 1.2;
  private static final double BESIDE = 0.18;

  /** A comma is easily a blotted point, and a point a short comma; a dash stands apart. */
  private static final double SURE_DASH = 0.9;

  private static final double SURE_POINT = 0.8;
  private static final double SURE_COMMA = 0.7;

  private final Labels labels;
  private final double stroke;
  private final double top;
  private final double reference;
  private final int left;

  /** Separators of a field with at least one digit. */
  public Separators(Labels labels, List<Part> digits, double strokeWidth) {
    this.labels = labels;
    this.stroke = strokeWidth;
    this.top = median(digits, part -> part.box().y());
    this.reference = Math.max(1, median(digits, part -> part.box().bottom()) - top);
    this.left = digits.stream().mapToInt(part -> part.box().x()).min().orElse(0);
  }

  private static double median(List<Part> parts, ToIntFunction<Part> of) {
    return parts.stream().mapToInt(of).sorted().toArray()[parts.size() / 2];
  }

  /** What a piece of ink is, if it is a separator at all. */
  public Optional<Kind> kind(Part part) {
    Box box = part.box();
    if (box.y() <= 1
        || box.bottom() >= labels.ink().height() - 1
        || Math.max(box.width(), box.height()) < LEAST * stroke) {
      return Optional.empty();
    }
    double middle = (box.y() + box.height() / 2.0 - top) / reference;
    if (isDash(part) && middle > BESIDE && middle < 1 - BESIDE) {
      return Optional.of(Kind.DASH);
    }
    if (middle < LOW || middle > LOWEST || box.x() < left) {
      return Optional.empty();
    }
    if (Math.max(box.width(), box.height()) <= POINT * reference
        && box.height() <= POINT_ASPECT * box.width()) {
      return Optional.of(Kind.POINT);
    }
    boolean isComma =
        box.height() < COMMA_HEIGHT * reference
            && box.width() < COMMA_WIDTH * reference
            && box.height() >= box.width();
    return isComma ? Optional.of(Kind.COMMA) : Optional.empty();
  }

  /** How often such a mark is one, 0 to 1. */
  public static double confidence(Kind kind) {
    return switch (kind) {
      case DASH -> SURE_DASH;
      case POINT -> SURE_POINT;
      default -> SURE_COMMA;
    };
  }

  private boolean isDash(Part part) {
    Box box = part.box();
    return box.width() >= DASH_ASPECT * box.height()
        && box.height() <= DASH_HEIGHT * reference
        && box.width() >= DASH_LEAST * reference
        && box.width() <= DASH_MOST * reference
        && labels.runs(part) <= DASH_RUNS * box.width();
  }
}
