package dev.icrstreams.evaluate.html;

import java.util.ArrayList;
import java.util.List;

/** Points of a curve, from left to right; a value that is not a number interrupts it. */
public final class Line {
  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();

  /** Adds a point; gives back this line. */
  public Line add(double atX, double atY) {
    x.add(atX);
    y.add(atY);
    return this;
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return x.isEmpty();
  }

  /** The highest value; 0 without any. */
  public double highest() {
    return y.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).max().orElse(0);
  }

  List<Double> x() {
    return x;
  }

  List<Double> y() {
    return y;
  }
}
