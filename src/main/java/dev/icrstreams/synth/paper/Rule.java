package dev.icrstreams.synth.paper;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;

/**
 * How a form's lines are printed.
 *
 * @param thickness in pixels
 * @param on how long a dash is, in pixels; 0 for a line without gaps
 * @param off how far the next dash is away
 * @param strength how dark, 0 to 1
 */
record Rule(double thickness, double on, double off, double strength) {
  static Rule draw(SeededRandom random) {
    double thickness = random.chance(0.75) ? random.between(1, 3) : random.between(0.5, 5);
    double strength = random.chance(0.65) ? 1 : random.between(0.35, 1);
    double which = random.uniform();
    if (which < 0.1) {
      return new Rule(Math.max(1.2, thickness), 0.1, random.between(3.5, 9), strength);
    }
    return which < 0.17
        ? new Rule(thickness, random.between(5, 14), random.between(4, 8), strength)
        : new Rule(thickness, 0, 0, strength);
  }

  Rule solid() {
    return new Rule(thickness, 0, 0, strength);
  }

  void line(Plane plane, double x0, double y0, double x1, double y1) {
    if (on == 0) {
      plane.line(x0, y0, x1, y1, thickness, strength);
      return;
    }
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.sqrt(dx * dx + dy * dy);
    for (double from = 0; from <= length; from += on + off) {
      double to = Math.min(length, from + on);
      double a = length == 0 ? 0 : from / length;
      double b = length == 0 ? 0 : to / length;
      plane.line(x0 + a * dx, y0 + a * dy, x0 + b * dx, y0 + b * dy, thickness, strength);
    }
  }

  /** A frame, its corners cut or rounded off by {@code round} pixels. */
  void frame(Plane plane, Box box, double round) {
    double left = box.x();
    double top = box.y();
    double right = box.right() - 1.0;
    double bottom = box.bottom() - 1.0;
    line(plane, left + round, top, right - round, top);
    line(plane, left + round, bottom, right - round, bottom);
    line(plane, left, top + round, left, bottom - round);
    line(plane, right, top + round, right, bottom - round);
    if (round > 0) {
      corner(plane, left + round, top + round, -round, -round);
      corner(plane, right - round, top + round, round, -round);
      corner(plane, left + round, bottom - round, -round, round);
      corner(plane, right - round, bottom - round, round, round);
    }
  }

  private void corner(Plane plane, double x, double y, double reachX, double reachY) {
    for (int i = 0; i < 4; i++) {
      double a = i * Math.PI / 8;
      double b = (i + 1) * Math.PI / 8;
      plane.line(
          x + reachX * StrictMath.cos(a),
          y + reachY * StrictMath.sin(a),
          x + reachX * StrictMath.cos(b),
          y + reachY * StrictMath.sin(b),
          thickness,
          strength);
    }
  }
}
