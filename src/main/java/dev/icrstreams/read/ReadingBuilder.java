package dev.icrstreams.read;

import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.constrain.Rules;
import dev.icrstreams.field.Alternative;
import dev.icrstreams.field.Digit;
import dev.icrstreams.field.Notice;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.segment.Lattice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a reading from a lattice and its candidates' probabilities. */
final class ReadingBuilder {
  private static final int ALTERNATIVE_NUMBERS = 5;
  private static final int ALTERNATIVE_DIGITS = 3;

  private final Lattice lattice;
  private final double[][] logProbabilities;
  private final Calibration calibration;

  ReadingBuilder(Lattice lattice, float[][] logProbabilities, Calibration calibration) {
    this.lattice = lattice;
    this.logProbabilities = new double[logProbabilities.length][];
    for (int i = 0; i < logProbabilities.length; i++) {
      this.logProbabilities[i] = tempered(logProbabilities[i], calibration.temperature());
    }
    this.calibration = calibration;
  }

  Reading build(Rules rules, List<Notice> notices) {
    List<Hypothesis> all = LatticeSearch.nBest(lattice, logProbabilities);
    if (rules.allowAll()) {
      return reading(Posterior.without(all), lattice.doubts(), notices);
    }
    NumberAutomaton automaton = rules.automaton();
    Posterior posterior =
        Posterior.of(all, LatticeSearch.nBest(lattice, logProbabilities, automaton), automaton);
    if (posterior.isSatisfiable()) {
      return reading(
          posterior,
          lattice.doubts(),
          posterior.isChanged() ? and(notices, Notice.CHANGED_BY_CONSTRAINTS) : notices);
    }
    String rule = rules.ruleBrokenBy(all.get(0).number()).orElseThrow();
    ReviewReason broken = new ReviewReason(ReviewReason.Code.CONSTRAINT_VIOLATED, rule);
    return reading(Posterior.without(all), and(lattice.doubts(), broken), notices);
  }

  private Reading reading(Posterior posterior, List<ReviewReason> doubts, List<Notice> notices) {
    Hypothesis best = posterior.satisfying().get(0);
    List<Digit> digits = digits(best);
    double confidence = calibration.confidence(posterior.logOdds(), digits, lattice.leftOut());
    return new Reading(
        Outcome.NUMBER,
        best.number(),
        confidence,
        digits,
        alternatives(posterior, 1 - confidence),
        List.of(),
        doubts,
        notices);
  }

  private List<Digit> digits(Hypothesis best) {
    List<Integer> path = best.path();
    List<Digit> digits = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      int candidate = path.get(i);
      double[] logs = logProbabilities[candidate];
      int value = best.number().charAt(i) - '0';
      List<Alternative> others =
          IntStream.range(0, 10)
              .filter(digit -> digit != value)
              .boxed()
              .sorted(Comparator.comparingDouble((Integer digit) -> -logs[digit]))
              .limit(ALTERNATIVE_DIGITS)
              .map(digit -> new Alternative(Integer.toString(digit), Math.exp(logs[digit])))
              .toList();
      digits.add(
          new Digit(
              value, Math.exp(logs[value]), lattice.candidates().get(candidate).box(), others));
    }
    return digits;
  }

  /**
   * The runners-up, with the best number that breaks a rule among them whatever its rank; together
   * with the reading none can be likelier than certain.
   */
  private static List<Alternative> alternatives(Posterior posterior, double most) {
    String read = posterior.satisfying().get(0).number();
    String unconstrained = posterior.isChanged() ? posterior.breaking().get(0).number() : read;
    List<Alternative> alternatives = new ArrayList<>();
    for (Posterior.Share share : posterior.shares()) {
      boolean ranks =
          alternatives.size() < ALTERNATIVE_NUMBERS || share.number().equals(unconstrained);
      if (ranks && !share.number().equals(read)) {
        alternatives.add(new Alternative(share.number(), Math.min(share.probability(), most)));
      }
    }
    return alternatives;
  }

  private static double[] tempered(float[] logProbabilities, double temperature) {
    double[] logs = new double[logProbabilities.length];
    double sum = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logProbabilities[i] / temperature;
      sum = Posterior.logSum(sum, logs[i]);
    }
    for (int i = 0; i < logs.length; i++) {
      logs[i] -= sum;
    }
    return logs;
  }

  private static <T> List<T> and(List<T> some, T another) {
    return Stream.concat(some.stream(), Stream.of(another)).toList();
  }
}
