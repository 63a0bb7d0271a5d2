package dev.icrstreams.read.lattice;

import dev.icrstreams.field.Box;

/**
 * What proportions say about a digit candidate, in nats. Without it two zeros that touch would be
 * read as one wide digit: the CNN sees every candidate scaled to the same square and has no class
 * for what is no digit. Stateless, so threads may share it.
 */
public final class Geometry {
  /** A digit more must be worth as much: fewer, wider digits are likelier than many fragments. */
  private static final double COST_OF_A_DIGIT = 2;

  /** Width over height of most hand-printed digits but the 1. */
  private static final double USUAL_ASPECT = 0.72;

  /** Standard deviation of the aspect's logarithm. */
  private static final double SPREAD = 0.33;

  private Geometry() {}

  /** The cost of taking what is in this box for one digit; narrow is not unusual, wide is. */
  static double cost(Box box) {
    return COST_OF_A_DIGIT + costOfShape(box);
  }

  /** The part of that cost that is for its proportions. */
  static double costOfShape(Box box) {
    double deviation = excessWidth(box) / SPREAD;
    return deviation * deviation;
  }

  /** By how much it is wider than usual: the logarithm of the proportion, 0 if it is not. */
  public static double excessWidth(Box box) {
    return Math.max(0, Math.log((double) box.width() / box.height() / USUAL_ASPECT));
  }
}
