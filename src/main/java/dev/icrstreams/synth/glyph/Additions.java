package dev.icrstreams.synth.glyph;

import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.WriterStyle;

/**
 * What some schools teach to add to a digit: the bar through a 7, the upstroke and the foot of a 1,
 * the slash through a 0, the long bar of a 4, the tails of 2 and 9. Whether a writer adds them is a
 * habit; where the pen lands differs every time.
 */
final class Additions {
  private final Glyph glyph;
  private final int room;
  private final Plane plane;
  private final double height;
  private final double pen;

  private Additions(Glyph glyph, double pen) {
    this.glyph = glyph;
    this.pen = pen;
    height = glyph.height();
    room = (int) (0.6 * height);
    plane = new Plane(glyph.width() + 2 * room, glyph.height() + 2 * room);
    plane.stamp(glyph.ink(), room, room);
  }

  /** The digit with what the writer adds to it. */
  static Glyph draw(
      int value, Glyph glyph, WriterStyle style, SeededRandom habit, SeededRandom random) {
    Additions to = new Additions(glyph, style.strokePixels());
    switch (value) {
      case 0 -> to.slash(habit, random);
      case 1 -> to.upstrokeAndFoot(style, habit, random);
      case 2 -> to.tail(habit, random, 0.94, 1);
      case 4 -> to.longBar(habit, random);
      case 7 -> to.bar(habit, random);
      case 9 -> to.tail(habit, random, 0.97, habit.chance(0.7) ? -1 : 1);
      default -> {
        return glyph;
      }
    }
    return Glyph.cutOut(to.plane);
  }

  private void slash(SeededRandom habit, SeededRandom random) {
    double reach = habit.between(0.35, 0.62);
    if (habit.chance(0.25)) {
      double middle = glyph.width() / 2.0;
      double right = reach * glyph.width() * random.between(0.8, 1.1);
      double up = reach * height * random.between(0.85, 1.1);
      line(middle - right, height / 2 + up, middle + right, height / 2 - up);
    }
  }

  private void upstrokeAndFoot(WriterStyle style, SeededRandom habit, SeededRandom random) {
    double length = height * habit.between(0.15, 0.5);
    // a short one may be almost level, a long one would make a 7
    double angle = habit.between(0.45, length < 0.3 * height ? 1.2 : 0.85);
    double foot = height * habit.between(0.12, 0.28);
    boolean hasUpstroke = habit.chance(0.6);
    boolean hasFoot = habit.chance(0.25);
    double headX = middle(0.03);
    double footX = middle(0.97);
    double lean = (headX - footX) / height;
    // scanned 1s may lie almost flat, or have an upstroke already
    if (glyph.width() > 0.4 * height + 2 * pen + Math.abs(style.slant()) * height) {
      return;
    }
    double top = pen / 2;
    if (hasUpstroke) {
      double down = length * random.between(0.85, 1.15) * StrictMath.cos(angle);
      double left = length * StrictMath.sin(angle) + down * Math.max(-0.3, -lean);
      line(headX, top, headX - Math.max(0.4 * down, left), top + down);
    }
    if (hasFoot) {
      double y = height - pen / 2;
      line(footX - foot * random.between(0.8, 1.2), y, footX + foot * random.between(0.8, 1.2), y);
    }
  }

  private void tail(SeededRandom habit, SeededRandom random, double row, int side) {
    double length = height * habit.between(0.12, 0.4);
    double rise = habit.between(-0.1, 0.55);
    if (!habit.chance(0.4)) {
      return;
    }
    int y = (int) (row * (glyph.height() - 1));
    double x = side > 0 ? glyph.right(y) - pen / 2 : glyph.left(y) + pen / 2;
    double end = x + side * length * random.between(0.85, 1.15);
    double bend = (x + end) / 2;
    line(x, y, bend, y + 0.02 * height);
    line(bend, y + 0.02 * height, end, y - rise * length);
  }

  /** Lengthens the bar where it is: the row of the lower half with the rightmost ink. */
  private void longBar(SeededRandom habit, SeededRandom random) {
    double length = height * habit.between(0.1, 0.4);
    if (!habit.chance(0.4)) {
      return;
    }
    int best = glyph.height() / 3;
    for (int y = best; y < 0.8 * height; y++) {
      if (run(y) > run(best)) {
        best = y;
      }
    }
    if (run(best) > 0.3 * height) {
      double x = glyph.right(best) - pen / 2;
      line(x, best, x + length * random.between(0.85, 1.15), best - 0.05 * length);
    }
  }

  private void bar(SeededRandom habit, SeededRandom random) {
    double reach = height * habit.between(0.14, 0.38);
    double at = habit.between(0.45, 0.7);
    double tilt = habit.between(-0.15, 0.1);
    if (!habit.chance(0.9) || isBarred()) {
      return;
    }
    int y = (int) (height * (at + random.around(0, 0.02, -0.05, 0.05)));
    double x = (glyph.left(y) + glyph.right(y)) / 2.0;
    double left = reach * random.between(0.8, 1.2);
    double right = reach * random.between(0.8, 1.2);
    line(x - left, y - tilt * left, x + right, y + tilt * right);
  }

  private boolean isBarred() {
    for (int y = (int) (0.35 * height); y < 0.75 * height; y++) {
      if (run(y) > 2 * pen + 0.12 * height) {
        return true;
      }
    }
    return false;
  }

  /** From the leftmost to the rightmost ink of a row. */
  private int run(int row) {
    return Math.max(0, glyph.right(row) - glyph.left(row) + 1);
  }

  /** The middle of the ink at that share of the height. */
  private double middle(double share) {
    int row = (int) (share * (glyph.height() - 1));
    return glyph.right(row) < 0 ? glyph.width() / 2.0 : (glyph.left(row) + glyph.right(row)) / 2.0;
  }

  private void line(double x0, double y0, double x1, double y1) {
    plane.line(room + x0, room + y0, room + x1, room + y1, 0.95 * pen);
  }
}
