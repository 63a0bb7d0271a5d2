package dev.icrstreams.synth.writing;

import dev.icrstreams.synth.mark.PenStroke;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.List;

/** Strokes that a hurried pen leaves between digits. */
public enum Joins {
  NONE(0, 0),
  /** Zeros, and nines before them, run together at the top. */
  ZEROS_AT_TOP(0.12, 0.12),
  /** Zeros run together at half height. */
  ZEROS_IN_MIDDLE(0.45, 0.45),
  /** A line runs through all the zeros, as if they were strung on it. */
  ZEROS_STRUNG(0.45, 0.45),
  /** The pen is not quite lifted between any two digits. */
  ANY(0.85, 0.2);

  private final double leave;
  private final double arrive;

  Joins(double leave, double arrive) {
    this.leave = leave;
    this.arrive = arrive;
  }

  /** Any of them; hurried writers join their digits more often. */
  public static Joins draw(boolean hurried, SeededRandom random) {
    double which = random.uniform() * (hurried ? 1 : 2.5);
    if (which < 0.26) {
      return ZEROS_AT_TOP;
    }
    if (which < 0.42) {
      return which < 0.4 ? ZEROS_IN_MIDDLE : ZEROS_STRUNG;
    }
    return which < 0.54 ? ANY : NONE;
  }

  /** As round amounts have them. */
  public static Joins betweenZeros(SeededRandom random) {
    double which = random.uniform();
    if (which < 0.4) {
      return ZEROS_AT_TOP;
    }
    if (which < 0.63) {
      return which < 0.59 ? ZEROS_IN_MIDDLE : ZEROS_STRUNG;
    }
    return which < 0.71 ? ANY : NONE;
  }

  /** Whether the pen stays down after a digit of that value. */
  boolean between(char digit, char next, SeededRandom random) {
    return switch (this) {
      case NONE -> false;
      case ZEROS_AT_TOP, ZEROS_IN_MIDDLE, ZEROS_STRUNG ->
          digit == '0' && next == '0' && random.chance(0.85);
      case ANY -> random.chance(0.35);
    };
  }

  List<PenStroke> stroke(Placement from, Placement to, double pen, SeededRandom random) {
    int leaveRow = row(from, leave + random.between(-0.08, 0.08));
    int arriveRow = row(to, arrive + random.between(-0.08, 0.08));
    double inside = this == ZEROS_STRUNG ? random.between(0.5, 0.95) : 0;
    int right = from.glyph().right(leaveRow);
    int left = to.glyph().left(arriveRow);
    if (right < 0 || left >= to.glyph().width()) {
      return List.of();
    }
    double x0 = from.x() + right - inside * from.glyph().width();
    double y0 = from.y() + leaveRow;
    double x1 = to.x() + left + inside * to.glyph().width();
    double y1 = to.y() + arriveRow;
    double sag = from.glyph().height() * random.between(-0.15, 0.12);
    double thin = pen * random.between(0.45, 1);
    return List.of(
        PenStroke.curve(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2 + sag, x1, y1, Math.max(1, thin)));
  }

  private static int row(Placement digit, double share) {
    return (int) (share * (digit.glyph().height() - 1));
  }
}
