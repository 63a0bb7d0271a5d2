package dev.icrstreams.synth.hand;

import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;

/**
 * What a pen leaves of a trace.
 *
 * @param flatness 0 for a round point, towards 1 for a chisel that draws thin lines along its edge
 * @param edge the direction of that edge, in radians
 * @param pressure how much the width varies along a stroke, 0 to 1
 * @param attack width at a stroke's beginning, as a share of the full one
 * @param release width at its end
 */
public record Pen(double flatness, double edge, double pressure, double attack, double release) {
  /** How many pen widths it takes to come to the full width. */
  private static final double RAMP = 2.5;

  static Pen draw(SeededRandom random) {
    boolean round = random.chance(0.8);
    return new Pen(
        round ? 0 : random.between(0.2, 0.6),
        random.between(0.3, 1.2),
        random.between(0, 0.3),
        random.around(1, 0.15, 0.7, 1.3),
        random.around(0.9, 0.22, 0.45, 1.25));
  }

  /** Draws a trace with its origin at (x, y), the full stroke {@code width} pixels wide. */
  void draw(Plane plane, Trace trace, double x, double y, double width, SeededRandom random) {
    int n = trace.size();
    double sway = 0;
    for (int i = 0; i + 1 < n; i++) {
      double dx = trace.x()[i + 1] - trace.x()[i];
      double dy = trace.y()[i + 1] - trace.y()[i];
      double length = Math.max(1e-6, StrictMath.hypot(dx, dy));
      // across the chisel's edge the line is full, along it thin
      double across = Math.abs(dx * StrictMath.sin(edge) + dy * StrictMath.cos(edge)) / length;
      sway = 0.85 * sway + 0.53 * random.gaussian();
      double force = 1 + pressure * Math.max(-1, Math.min(1, 0.5 * sway));
      double start = ramp(attack, i * length / (RAMP * width));
      double end = ramp(release, (n - 2 - i) * length / (RAMP * width));
      double drawn = width * force * start * end * (1 - flatness * (1 - across));
      plane.line(
          x + trace.x()[i],
          y + trace.y()[i],
          x + trace.x()[i + 1],
          y + trace.y()[i + 1],
          Math.max(1.2, drawn));
    }
  }

  private static double ramp(double from, double share) {
    return share >= 1 ? 1 : from + share * (1 - from);
  }
}
