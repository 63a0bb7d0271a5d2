package dev.icrstreams.read.confidence;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import java.util.List;

/**
 * What the class for what is no digit says about a number's digits. Immutable.
 *
 * @param worst the highest log-odds, of the digits' ink, that one is no digit
 * @param mean the mean probability that they are none
 * @param skipped share of the lattice's primitives that the number leaves out; 0 where the lattice
 *     has no way to it
 */
public record Rejects(double worst, double mean, double skipped) {
  /** Of networks that have no such class. */
  static final Rejects NONE = new Rejects(0, 0, 0);

  /**
   * The rejects along a path.
   *
   * @param path indices of candidates, at least one
   * @param logProbabilities {@code [candidates][classes]}
   */
  public static Rejects along(List<Integer> path, Lattice lattice, double[][] logProbabilities) {
    int taken = 0;
    for (int i : path) {
      Candidate candidate = lattice.candidates().get(i);
      taken += candidate.to() - candidate.from();
    }
    int primitives = lattice.nodes() - 1;
    return of(
        path.stream().map(i -> logProbabilities[i]).toList(),
        (double) (primitives - taken) / primitives);
  }

  /**
   * The rejects of some ink.
   *
   * @param logProbabilities one {@code [classes]} a digit, at least one
   */
  public static Rejects of(List<double[]> logProbabilities, double skipped) {
    if (logProbabilities.get(0).length <= DigitClassifier.NO_DIGIT) {
      return NONE;
    }
    double worst = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (double[] logs : logProbabilities) {
      double probability = Math.exp(logs[DigitClassifier.NO_DIGIT]);
      worst = Math.max(worst, Evidence.logOdds(probability));
      sum += probability;
    }
    return new Rejects(worst, sum / logProbabilities.size(), skipped);
  }
}
