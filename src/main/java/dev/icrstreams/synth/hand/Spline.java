package dev.icrstreams.synth.hand;

import java.util.List;

/**
 * A smooth curve through points: the centripetal Catmull-Rom spline, which makes neither cusps nor
 * loops of its own (Yuksel, Schaefer, Keyser, "Parameterization and applications of Catmull-Rom
 * curves", Computer-Aided Design 43, 2011). At corners one curve ends and the next begins.
 */
final class Spline {
  private Spline() {}

  /** The curve in steps of about {@code step}, in the points' own unit. */
  static Trace through(List<Knot> knots, double step) {
    Path path = new Path();
    for (int i = 0; i + 1 < knots.size(); i++) {
      Knot p1 = knots.get(i);
      Knot p2 = knots.get(i + 1);
      Knot p0 = i == 0 || p1.corner() ? p1.mirrored(p2) : knots.get(i - 1);
      Knot p3 = i + 2 == knots.size() || p2.corner() ? p2.mirrored(p1) : knots.get(i + 2);
      int steps = Math.max(2, (int) Math.ceil(p1.to(p2) / step));
      for (int k = i == 0 ? 0 : 1; k <= steps; k++) {
        between(p0, p1, p2, p3, (double) k / steps, path);
      }
    }
    return path.trace();
  }

  /** A point of the curve on its plane. */
  record Knot(double x, double y, boolean corner) {
    double to(Knot other) {
      return StrictMath.hypot(x - other.x, y - other.y);
    }

    Knot moved(double right) {
      return new Knot(x + right, y, corner);
    }

    /** The other point, mirrored at this one. */
    Knot mirrored(Knot other) {
      return new Knot(2 * x - other.x, 2 * y - other.y, false);
    }
  }

  /** Barry and Goldman's recursion over knots whose distance is the root of the points'. */
  private static void between(Knot p0, Knot p1, Knot p2, Knot p3, double share, Path path) {
    double t1 = Math.sqrt(Math.max(1e-6, p0.to(p1)));
    double t2 = t1 + Math.sqrt(Math.max(1e-6, p1.to(p2)));
    double t3 = t2 + Math.sqrt(Math.max(1e-6, p2.to(p3)));
    double t = t1 + share * (t2 - t1);
    double a = t / t1;
    double b = (t - t1) / (t2 - t1);
    double c = (t - t2) / (t3 - t2);
    double d = t / t2;
    double e = (t - t1) / (t3 - t1);
    path.add(
        mix(
            mix(mix(p0.x, p1.x, a), mix(p1.x, p2.x, b), d),
            mix(mix(p1.x, p2.x, b), mix(p2.x, p3.x, c), e),
            b),
        mix(
            mix(mix(p0.y, p1.y, a), mix(p1.y, p2.y, b), d),
            mix(mix(p1.y, p2.y, b), mix(p2.y, p3.y, c), e),
            b));
  }

  private static double mix(double from, double to, double share) {
    return from + share * (to - from);
  }

  private static final class Path {
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int size;

    void add(double u, double v) {
      if (size == x.length) {
        x = java.util.Arrays.copyOf(x, 2 * size);
        y = java.util.Arrays.copyOf(y, 2 * size);
      }
      x[size] = u;
      y[size++] = v;
    }

    Trace trace() {
      return new Trace(java.util.Arrays.copyOf(x, size), java.util.Arrays.copyOf(y, size));
    }
  }
}
