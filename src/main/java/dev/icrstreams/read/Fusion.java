package dev.icrstreams.read;

import dev.icrstreams.read.columns.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Both readers' opinions of a field in one: the numbers that either finds likely, each scored by
 * both. The sequence reader's probability counts in full, the lattice's by a part, since its
 * segments are not independent of each other. Stateless, so threads may share it.
 */
final class Fusion {
  /** What a number gets that the lattice does not have, in nats. */
  static final double UNSEEN = -8;

  private static final double LATTICE_WEIGHT = 0.25;
  private static final int BEAM = 12;
  private static final int FROM_VIEW = 5;
  private static final int FROM_LATTICE = 6;

  private static final Comparator<FusedNumber> BEST_FIRST =
      Comparator.comparingDouble(FusedNumber::score).reversed().thenComparing(FusedNumber::number);

  /** Numbers, best first; empty if neither reader found one. */
  private final List<FusedNumber> numbers;

  private final double logOdds;

  private Fusion(List<FusedNumber> numbers, double logOdds) {
    this.numbers = numbers;
    this.logOdds = logOdds;
  }

  /**
   * Puts both opinions together.
   *
   * @param views the sequence reader's columns in each view, at least one
   * @param lattice the lattice's numbers, likeliest first; may be empty
   */
  static Fusion of(List<Columns> views, List<Hypothesis> lattice) {
    Set<String> candidates = new HashSet<>();
    Map<String, Integer> leads = new HashMap<>();
    for (Columns view : views) {
      List<Columns.ScoredNumber> likeliest = view.likeliest(BEAM);
      leads.merge(likeliest.get(0).number(), 1, Integer::sum);
      likeliest.stream().limit(FROM_VIEW).forEach(each -> candidates.add(each.number()));
    }
    lattice.stream().limit(FROM_LATTICE).forEach(each -> candidates.add(each.number()));
    candidates.remove("");
    Map<String, Hypothesis> paths = new HashMap<>();
    lattice.forEach(each -> paths.put(each.number(), each));
    double all = LogMath.sum(lattice.stream().mapToDouble(Hypothesis::logMass).toArray());
    List<FusedNumber> numbers = new ArrayList<>();
    for (String number : candidates) {
      double[] logs = views.stream().mapToDouble(view -> view.logProbability(number)).toArray();
      double sequence = LogMath.sum(logs) - Math.log(logs.length);
      Hypothesis path = paths.get(number);
      double share = path == null ? UNSEEN : Math.max(UNSEEN, path.logMass() - all);
      numbers.add(
          new FusedNumber(
              number,
              sequence,
              java.util.Arrays.stream(logs).min().orElseThrow(),
              leads.getOrDefault(number, 0) / (double) views.size(),
              share,
              !lattice.isEmpty() && lattice.get(0).number().equals(number),
              sequence + LATTICE_WEIGHT * share,
              path));
    }
    numbers.sort(BEST_FIRST);
    return new Fusion(List.copyOf(numbers), logOdds(numbers));
  }

  /** The best number against all others, those that nobody named included. */
  private static double logOdds(List<FusedNumber> numbers) {
    if (numbers.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    double named = numbers.stream().mapToDouble(each -> Math.exp(each.sequence())).sum();
    double unnamed = Math.log(Math.max(1e-12, 1 - named)) + LATTICE_WEIGHT * UNSEEN;
    double others = LogMath.sum(numbers.stream().skip(1).mapToDouble(FusedNumber::score).toArray());
    return numbers.get(0).score() - LogMath.sum(others, unnamed);
  }

  List<FusedNumber> numbers() {
    return numbers;
  }

  double logOdds() {
    return logOdds;
  }
}
