package dev.icrstreams.read;

import dev.icrstreams.field.Alternative;
import dev.icrstreams.field.Constraints;
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

/** Makes a reading from a lattice and its candidates' probabilities. */
final class ReadingBuilder {
  private static final int ALTERNATIVE_NUMBERS = 5;
  private static final int ALTERNATIVE_DIGITS = 3;

  private final Lattice lattice;
  private final double[][] logProbabilities;
  private final Calibration calibration;
  private final SearchListener seen;

  ReadingBuilder(
      Lattice lattice, float[][] logProbabilities, Calibration calibration, SearchListener seen) {
    this.lattice = lattice;
    this.seen = seen;
    this.logProbabilities = new double[logProbabilities.length][];
    for (int i = 0; i < logProbabilities.length; i++) {
      this.logProbabilities[i] = tempered(logProbabilities[i], calibration.temperature());
    }
    this.calibration = calibration;
  }

  Reading build(Constraints constraints, List<Notice> notices) {
    seen.probabilities(logProbabilities);
    List<Hypothesis> numbers = LatticeSearch.nBest(lattice, logProbabilities);
    seen.numbers(numbers);
    Hypothesis best = numbers.get(0);
    List<Digit> digits = digits(best);
    double logOdds = logOdds(best, numbers);
    double[] evidence = Evidence.of(logOdds, digits, lattice.leftOut());
    seen.evidence(logOdds, evidence);
    double confidence = calibration.confidence(logOdds, evidence);
    List<ReviewReason> doubts = new ArrayList<>(lattice.doubts());
    constraints
        .ruleBrokenBy(best.number())
        .ifPresent(
            rule -> doubts.add(new ReviewReason(ReviewReason.Code.CONSTRAINT_VIOLATED, rule)));
    return new Reading(
        Outcome.NUMBER,
        best.number(),
        confidence,
        digits,
        alternatives(numbers, 1 - confidence),
        List.of(),
        doubts,
        notices);
  }

  /** The best number against all others, exact also where the odds are overwhelming. */
  private static double logOdds(Hypothesis best, List<Hypothesis> numbers) {
    double others = logMass(numbers.subList(1, numbers.size()));
    return best.logMass() - others;
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

  /** The runners-up; with the best they cannot be likelier than certain. */
  private static List<Alternative> alternatives(List<Hypothesis> numbers, double most) {
    double all = logMass(numbers);
    return numbers.stream()
        .skip(1)
        .limit(ALTERNATIVE_NUMBERS)
        .map(
            other ->
                new Alternative(other.number(), Math.min(Math.exp(other.logMass() - all), most)))
        .toList();
  }

  private static double logMass(List<Hypothesis> numbers) {
    double sum = Double.NEGATIVE_INFINITY;
    for (Hypothesis number : numbers) {
      sum = logSum(sum, number.logMass());
    }
    return sum;
  }

  private static double[] tempered(float[] logProbabilities, double temperature) {
    double[] logs = new double[logProbabilities.length];
    double sum = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = logProbabilities[i] / temperature;
      sum = logSum(sum, logs[i]);
    }
    for (int i = 0; i < logs.length; i++) {
      logs[i] -= sum;
    }
    return logs;
  }

  private static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }
}
