package dev.icrstreams.read.lattice;

import static dev.icrstreams.classify.DigitClassifier.NO_DIGIT;

import dev.icrstreams.segment.Candidate;

/**
 * What a path pays for an edge of the lattice, in nats: for taking a candidate for a digit, and for
 * leaving ink out as no digit. A path's score is then the likelihood that just its candidates are
 * digits, after LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document
 * recognition" (1998), section VII. Stateless, so threads may share it.
 */
public final class EdgeCost {
  /** Ink is rarely there for nothing: without this price whole digits are left out. */
  private static final double COST_OF_SKIPPING = 4.5;

  /** How much counts that what is taken is surely no fragment: half, as candidates overlap. */
  private static final double WEIGHT = 0.5;

  /** Surer than this nothing is. */
  private static final double SUREST = -6;

  private EdgeCost() {}

  /**
   * For taking a candidate for one digit, beside what the digit itself is worth. Where the
   * classifier tells fragments there is no need to prefer few digits to many.
   */
  public static double ofTaking(Candidate candidate, double[] logProbabilities) {
    return logProbabilities.length > NO_DIGIT
        ? Geometry.costOfShape(candidate.box())
            + WEIGHT * Math.max(SUREST, logProbabilities[NO_DIGIT])
        : Geometry.cost(candidate.box());
  }

  /** For leaving a candidate's ink out; infinite where that is not allowed. */
  public static double ofSkipping(Candidate candidate, double[] logProbabilities) {
    return candidate.isPrimitive() && logProbabilities.length > NO_DIGIT
        ? COST_OF_SKIPPING - logProbabilities[NO_DIGIT]
        : Double.POSITIVE_INFINITY;
  }
}
