package dev.icrstreams.synth.mark;

import dev.icrstreams.field.Separator.Kind;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** The marks that people put into, before and after numbers. Lengths are shares of a digit's. */
public enum Sign {
  POINT(Kind.POINT, 0.14) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double lift = size * random.between(-0.02, 0.1);
      double drag = size * random.between(0, 0.05);
      double thickness =
          pen * (random.chance(0.2) ? random.between(1.7, 2.8) : random.between(1, 1.7));
      return List.of(PenStroke.line(x, y - lift, x + drag, y - lift + drag, thickness));
    }
  },
  COMMA(Kind.COMMA, 0.18) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double length = size * random.between(0.15, random.chance(0.25) ? 0.6 : 0.34);
      double top = y - size * random.between(0, 0.14);
      double lean = length * random.between(0.1, 0.6);
      return List.of(
          PenStroke.curve(
              x + lean / 2, top, x + lean / 2, top + length / 2, x - lean / 2, top + length, pen));
    }
  },
  APOSTROPHE(Kind.OTHER, 0.14) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double top = y - size * random.between(0.95, 1.15);
      double length = size * random.between(0.14, 0.28);
      return List.of(
          PenStroke.line(x + length * random.between(0, 0.4), top, x, top + length, pen));
    }
  },
  DASH(Kind.DASH, 0.5) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double middle = y - size * random.between(0.32, 0.6);
      return List.of(dash(x, middle, size * random.between(0.24, 0.42), size, pen, random));
    }
  },
  LONG_DASH(Kind.DASH, 1.5) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double middle = y - size * random.between(0.2, 0.6);
      return List.of(dash(x, middle, size * random.between(0.6, 1.5), size, pen, random));
    }
  },
  EQUALS(Kind.DASH, 0.9) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double middle = y - size * random.between(0.3, 0.55);
      double apart = size * random.between(0.1, 0.18);
      double length = size * random.between(0.35, 0.85);
      return List.of(
          dash(x, middle - apart, length, size, pen, random),
          dash(x + size * random.between(-0.05, 0.1), middle + apart, length, size, pen, random));
    }
  },
  /** Two lines in one stroke, as a hurried hand writes them. */
  JOINED_EQUALS(Kind.DASH, 0.9) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double top = y - size * random.between(0.45, 0.7);
      double bottom = top + size * random.between(0.18, 0.34);
      double end = x + size * random.between(0.35, 0.8);
      double back = x + size * random.between(-0.06, 0.12);
      return List.of(
          dash(x, top, end - x, size, pen, random),
          PenStroke.line(end, top, back, bottom, pen),
          dash(back, bottom, size * random.between(0.35, 0.9), size, pen, random));
    }
  },
  /** As cents that are none: small and raised. */
  SMALL_EQUALS(Kind.DASH, 0.4) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double middle = y - size * random.between(0.5, 0.9);
      double apart = size * random.between(0.04, 0.09);
      double length = size * random.between(0.14, 0.32);
      return List.of(
          dash(x, middle - apart, length, size / 3, pen, random),
          dash(x, middle + apart, length, size / 3, pen, random));
    }
  },
  /** A small z or s, on the line or raised: two lines that a hurried pen joined. */
  SQUIGGLE(Kind.DASH, 0.4) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      // no higher, or it would be a small last digit
      double height = size * random.between(0.12, 0.25);
      double width = height * random.between(0.6, 1.5);
      double foot =
          y - size * (random.chance(0.5) ? random.between(-0.05, 0.1) : random.between(0.3, 0.65));
      double swing = width * random.between(0.2, 0.8);
      double turn = x + width * random.between(0.3, 0.7);
      double waist = foot - height / 2;
      // leaving the waist to the left, it is an s; to the right, a z
      double way = random.chance(0.5) ? -1 : 1;
      return List.of(
          PenStroke.curve(
              way < 0 ? x + width : x,
              foot - height,
              turn + way * swing,
              foot - height,
              turn,
              waist,
              pen),
          PenStroke.curve(
              turn, waist, turn - way * swing, foot, way < 0 ? x : x + width, foot, pen));
    }
  },
  /** A point that the pen was not lifted from before it drew the dash. */
  POINTED_DASH(Kind.DASH, 0.6) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double rise = size * random.between(0.15, 0.5);
      double turn = x + size * random.between(0, 0.15);
      double length = size * random.between(0.2, 0.7);
      double end = y - rise + size * random.around(0, 0.06, -0.12, 0.12);
      double sag = size * random.between(-0.12, 0.02);
      return List.of(
          PenStroke.line(x, y, turn, y - rise, pen),
          PenStroke.curve(
              turn,
              y - rise,
              turn + length / 2,
              (y - rise + end) / 2 + sag,
              turn + length,
              end,
              pen));
    }
  },
  /** A dash in a hurry: it rises. */
  RISING_DASH(Kind.DASH, 0.5) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double foot = y - size * random.between(-0.05, 0.35);
      double length = size * random.between(0.25, 0.6);
      return List.of(
          PenStroke.line(x, foot, x + length, foot - length * random.between(0.3, 0.7), pen));
    }
  },
  /** A short wave. */
  TILDE(Kind.DASH, 0.6) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double middle = y - size * random.between(-0.08, 0.55);
      double half = size * random.between(0.12, 0.35);
      double swing = size * random.between(0.1, 0.28);
      double drop = size * random.around(0, 0.06, -0.12, 0.12);
      return List.of(
          PenStroke.curve(
              x, middle, x + half / 2, middle - swing, x + half, middle + drop / 2, pen),
          PenStroke.curve(
              x + half,
              middle + drop / 2,
              x + 1.5 * half,
              middle + drop + swing,
              x + 2 * half,
              middle + drop,
              pen));
    }
  },
  /** What fills the rest of the line. */
  CROSS(Kind.OTHER, 0.7) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double w = size * random.between(0.3, 0.6);
      double h = size * random.between(0.35, 0.75);
      double foot = y - size * random.between(-0.02, 0.25);
      double lean = w * random.between(0, 0.3);
      return List.of(
          PenStroke.line(x + lean, foot - h, x + w - lean, foot, pen),
          PenStroke.line(x + w, foot - h, x, foot, pen));
    }
  },
  /** A closing line with one or two strokes through it. */
  CROSSED_DASH(Kind.DASH, 1.4) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double middle = y - size * random.between(0.3, 0.6);
      double length = size * random.between(0.7, 1.5);
      List<PenStroke> strokes = new ArrayList<>();
      strokes.add(dash(x, middle, length, size, pen, random));
      double lean = size * random.between(0, 0.2);
      double up = size * random.between(0.12, 0.3);
      double cross = x + length * random.between(0.25, 0.6);
      for (int i = random.range(1, 2); i > 0; i--) {
        strokes.add(PenStroke.line(cross + lean, middle - up, cross - lean, middle + up, pen));
        cross += size * random.between(0.1, 0.2);
      }
      return strokes;
    }
  },
  SLASH(Kind.OTHER, 0.4) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      // leaning and long, or it would be a 1
      double lean = size * random.between(0.32, 0.65);
      double foot = y + size * random.between(0.08, 0.28);
      double top = y - size * random.between(1.05, 1.35);
      return List.of(PenStroke.line(x, foot, x + lean, top, pen));
    }
  },
  STAR(Kind.OTHER, 0.55) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double r = size * random.between(0.15, 0.28);
      double cx = x + r;
      double cy = y - size * random.between(0.4, 0.6);
      return List.of(
          PenStroke.line(cx - r, cy, cx + r, cy, pen),
          PenStroke.line(cx - 0.5 * r, cy - 0.87 * r, cx + 0.5 * r, cy + 0.87 * r, pen),
          PenStroke.line(cx + 0.5 * r, cy - 0.87 * r, cx - 0.5 * r, cy + 0.87 * r, pen));
    }
  },
  HASH(Kind.OTHER, 0.75) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double w = size * random.between(0.4, 0.65);
      double lean = w * random.between(0, 0.3);
      double top = y - size * random.between(0.75, 1);
      double third = (y - top) / 3;
      return List.of(
          PenStroke.line(x + w * 0.3, y, x + w * 0.3 + lean, top, pen),
          PenStroke.line(x + w * 0.65, y, x + w * 0.65 + lean, top, pen),
          PenStroke.line(x, y - third, x + w, y - third, pen),
          PenStroke.line(x, y - 2 * third, x + w, y - 2 * third, pen));
    }
  },
  DOLLAR(Kind.OTHER, 0.75) {
    @Override
    List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random) {
      double w = size * random.between(0.4, 0.55);
      double top = y - size;
      double middle = y - size / 2;
      double bar = x + w / 2;
      return List.of(
          PenStroke.curve(
              x + w, top + size * 0.12, x - w * 0.7, top - size * 0.1, bar, middle, pen),
          PenStroke.curve(bar, middle, x + w * 1.7, y + size * 0.1, x, y - size * 0.12, pen),
          PenStroke.line(bar, top - size * 0.12, bar, y + size * 0.12, pen));
    }
  };

  private final Kind kind;
  private final double room;

  Sign(Kind kind, double room) {
    this.kind = kind;
    this.room = room;
  }

  /** Its strokes, from column x on; the baseline is row y. */
  abstract List<PenStroke> at(double x, double y, double size, double pen, SeededRandom random);

  /** What it is to a reader of the number. */
  public Kind kind() {
    return kind;
  }

  /** How far the next digit moves away to make room for it. */
  public double room() {
    return room;
  }

  /**
   * The sign in a number.
   *
   * @param afterDigit how many digits stand before it
   * @param x the column that it begins at
   * @param y the baseline's row
   * @param size a digit's height in pixels
   * @param pen the pen's width in pixels
   */
  public PenMark mark(
      int afterDigit, double x, double y, double size, double pen, SeededRandom random) {
    return new PenMark(afterDigit, kind, at(x, y, size, pen, random), null, false);
  }

  private static PenStroke dash(
      double x, double y, double length, double size, double pen, SeededRandom random) {
    double end = y + size * random.around(0, 0.05, -0.12, 0.12);
    double sag = size * random.around(0, 0.05, -0.1, 0.1);
    return PenStroke.curve(x, y, x + length / 2, (y + end) / 2 + sag, x + length, end, pen);
  }
}
