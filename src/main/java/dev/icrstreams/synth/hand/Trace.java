package dev.icrstreams.synth.hand;

import dev.icrstreams.synth.raster.SeededRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The way of a pen between touching the paper and leaving it, as many short straight steps. Nobody
 * changes its arrays once it is made.
 *
 * @param x pixels to the right of the character's origin
 * @param y pixels below its top
 */
public record Trace(double[] x, double[] y) {
  int size() {
    return x.length;
  }

  double left() {
    return Arrays.stream(x).min().orElse(0);
  }

  double right() {
    return Arrays.stream(x).max().orElse(0);
  }

  double top() {
    return Arrays.stream(y).min().orElse(0);
  }

  double bottom() {
    return Arrays.stream(y).max().orElse(0);
  }

  Trace moved(double right, double down) {
    return new Trace(
        Arrays.stream(x).map(v -> v + right).toArray(),
        Arrays.stream(y).map(v -> v + down).toArray());
  }

  Trace scaled(double factor) {
    return new Trace(
        Arrays.stream(x).map(v -> v * factor).toArray(),
        Arrays.stream(y).map(v -> v * factor).toArray());
  }

  /** This trace lengthened at both ends by so many pixels, or shortened where they are negative. */
  Trace extended(double atStart, double atEnd) {
    return reversed().ending(atStart).reversed().ending(atEnd);
  }

  /** A hand that is not quite steady: off by up to about two deviations, changing slowly. */
  Trace shaken(double deviation, SeededRandom random) {
    double[] u = x.clone();
    double[] v = y.clone();
    double dx = 0;
    double dy = 0;
    for (int i = 0; i < u.length; i++) {
      // stationary variance deviation^2
      dx = 0.88 * dx + 0.475 * deviation * random.gaussian();
      dy = 0.88 * dy + 0.475 * deviation * random.gaussian();
      u[i] += dx;
      v[i] += dy;
    }
    return new Trace(u, v);
  }

  static double left(List<Trace> traces) {
    return traces.stream().mapToDouble(Trace::left).min().orElse(0);
  }

  static double right(List<Trace> traces) {
    return traces.stream().mapToDouble(Trace::right).max().orElse(0);
  }

  static double top(List<Trace> traces) {
    return traces.stream().mapToDouble(Trace::top).min().orElse(0);
  }

  static double bottom(List<Trace> traces) {
    return traces.stream().mapToDouble(Trace::bottom).max().orElse(0);
  }

  private Trace ending(double later) {
    int last = x.length - 1;
    if (later < 0) {
      return cut(-later);
    }
    double dx = x[last] - x[Math.max(0, last - 2)];
    double dy = y[last] - y[Math.max(0, last - 2)];
    double length = Math.max(1e-6, StrictMath.hypot(dx, dy));
    double[] u = Arrays.copyOf(x, x.length + 1);
    double[] v = Arrays.copyOf(y, y.length + 1);
    u[last + 1] = x[last] + dx / length * later;
    v[last + 1] = y[last] + dy / length * later;
    return new Trace(u, v);
  }

  private Trace cut(double length) {
    int last = x.length - 1;
    double left = length;
    while (last > 1 && left > 0) {
      left -= StrictMath.hypot(x[last] - x[last - 1], y[last] - y[last - 1]);
      last--;
    }
    return new Trace(Arrays.copyOf(x, last + 1), Arrays.copyOf(y, last + 1));
  }

  private Trace reversed() {
    double[] u = new double[x.length];
    double[] v = new double[y.length];
    for (int i = 0; i < u.length; i++) {
      u[i] = x[x.length - 1 - i];
      v[i] = y[y.length - 1 - i];
    }
    return new Trace(u, v);
  }
}
