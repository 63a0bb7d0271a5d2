package dev.icrstreams.synth.mark;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.Rotation;

/**
 * A line drawn from point to point with a round pen. Nobody changes its arrays once it is made.
 *
 * @param x columns of the points, at least two
 * @param y their rows
 * @param thickness the pen's, in pixels
 */
public record PenStroke(double[] x, double[] y, double thickness) {
  private static final int STEPS = 6;

  /** From one point to another by way of a third: a quadratic Bézier curve. */
  public static PenStroke curve(
      double x0, double y0, double viaX, double viaY, double x1, double y1, double thickness) {
    double[] x = new double[STEPS + 1];
    double[] y = new double[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double t = (double) i / STEPS;
      double a = (1 - t) * (1 - t);
      double b = 2 * t * (1 - t);
      x[i] = a * x0 + b * viaX + t * t * x1;
      y[i] = a * y0 + b * viaY + t * t * y1;
    }
    return new PenStroke(x, y, thickness);
  }

  /** From one point straight to another. */
  public static PenStroke line(double x0, double y0, double x1, double y1, double thickness) {
    return new PenStroke(new double[] {x0, x1}, new double[] {y0, y1}, thickness);
  }

  /** The same line so many pixels further right and down. */
  public PenStroke moved(double right, double down) {
    PenStroke copy = new PenStroke(x.clone(), y.clone(), thickness);
    for (int i = 0; i < x.length; i++) {
      copy.x[i] += right;
      copy.y[i] += down;
    }
    return copy;
  }

  /** The same line on a page that is turned. */
  public PenStroke turned(Rotation turn) {
    PenStroke copy = new PenStroke(x.clone(), y.clone(), thickness);
    for (int i = 0; i < x.length; i++) {
      copy.x[i] = turn.targetX(x[i], y[i]);
      copy.y[i] = turn.targetY(x[i], y[i]);
    }
    return copy;
  }

  /** Covers the pixels of a raster that it runs over. */
  public void draw(Plane plane) {
    for (int i = 1; i < x.length; i++) {
      plane.line(x[i - 1], y[i - 1], x[i], y[i], thickness);
    }
  }

  /** The pixels that it takes up. */
  public Box box() {
    double left = x[0];
    double right = x[0];
    double top = y[0];
    double bottom = y[0];
    for (int i = 1; i < x.length; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    double reach = thickness / 2;
    int x0 = (int) Math.round(left - reach);
    int y0 = (int) Math.round(top - reach);
    return new Box(
        x0,
        y0,
        Math.max(1, (int) Math.round(right + reach) - x0 + 1),
        Math.max(1, (int) Math.round(bottom + reach) - y0 + 1));
  }
}
