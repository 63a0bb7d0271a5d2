package dev.icrstreams.synth.writing;

import dev.icrstreams.synth.mark.PenStroke;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Strokes that a hurried pen leaves between digits. */
public enum Joins {
  NONE,
  /** Zeros, and nines before them, run together at the top. */
  ZEROS_AT_TOP,
  /** Zeros run together at half height. */
  ZEROS_IN_MIDDLE,
  /** The pen is not quite lifted between any two digits. */
  ANY;

  /** Where on the height of zeros they are joined. */
  private static final double TOP = 0.12;

  /** Any of them; hurried writers join their digits more often. */
  public static Joins draw(boolean hurried, SeededRandom random) {
    double which = random.uniform() * (hurried ? 1 : 2.5);
    if (which < 0.26) {
      return ZEROS_AT_TOP;
    }
    return which < 0.4 ? ZEROS_IN_MIDDLE : which < 0.52 ? ANY : NONE;
  }

  /** As round amounts have them. */
  public static Joins betweenZeros(SeededRandom random) {
    double which = random.uniform();
    if (which < 0.4) {
      return ZEROS_AT_TOP;
    }
    return which < 0.6 ? ZEROS_IN_MIDDLE : which < 0.68 ? ANY : NONE;
  }

  /** Whether the pen stays down after a digit of that value. */
  boolean between(char digit, char next, SeededRandom random) {
    return switch (this) {
      case NONE -> false;
      case ZEROS_AT_TOP, ZEROS_IN_MIDDLE -> digit == '0' && next == '0' && random.chance(0.85);
      case ANY -> random.chance(0.35);
    };
  }

  List<PenStroke> stroke(Placement from, Placement to, double pen, SeededRandom random) {
    double leave = this == ZEROS_AT_TOP ? TOP : this == ZEROS_IN_MIDDLE ? 0.45 : 0.85;
    double arrive = this == ZEROS_AT_TOP ? TOP : this == ZEROS_IN_MIDDLE ? 0.45 : 0.2;
    leave += random.between(-0.08, 0.08);
    arrive += random.between(-0.08, 0.08);
    int leaveRow = row(from, leave);
    int arriveRow = row(to, arrive);
    int right = from.glyph().right(leaveRow);
    int left = to.glyph().left(arriveRow);
    List<PenStroke> strokes = new ArrayList<>();
    if (right >= 0 && left < to.glyph().width()) {
      double x0 = from.x() + right;
      double y0 = from.y() + leaveRow;
      double x1 = to.x() + left;
      double y1 = to.y() + arriveRow;
      double sag = from.glyph().height() * random.between(-0.15, 0.12);
      double thin = pen * random.between(0.45, 1);
      strokes.add(
          PenStroke.curve(x0, y0, (x0 + x1) / 2, (y0 + y1) / 2 + sag, x1, y1, Math.max(1, thin)));
    }
    return strokes;
  }

  private static int row(Placement digit, double share) {
    return (int) (share * (digit.glyph().height() - 1));
  }
}
