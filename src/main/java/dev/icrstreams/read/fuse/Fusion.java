package dev.icrstreams.read.fuse;

import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.read.columns.Forward;
import dev.icrstreams.read.lattice.Hypothesis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Both readers' opinions of a field in one: the numbers that either finds likely, each scored by
 * both. The sequence reader's probability counts in full, the lattice's by a part, since its
 * segments are not independent of each other. Immutable.
 *
 * @param numbers best first; empty if neither reader found one
 * @param unnamed natural log of the mass of all other numbers
 * @param free the best that is found if the field's rules are not known; empty if none is
 */
public record Fusion(List<FusedNumber> numbers, double unnamed, String free) {
  /** What a number gets that the lattice does not have, in nats. */
  static final double UNSEEN = -8;

  private static final double LATTICE_WEIGHT = 0.15;

  /**
   * How much each reader's opinion counts.
   *
   * @param sequence of the sequence reader's log-probability
   * @param lattice of the log of the lattice's share
   */
  public record Weights(double sequence, double lattice) {
    /** Both, as they read best. */
    public static final Weights BOTH = new Weights(1, LATTICE_WEIGHT);

    double score(double logProbability, double logShare) {
      return sequence * logProbability + lattice * logShare;
    }
  }

  private static final int BEAM = 12;
  private static final int CONSTRAINED_BEAM = 64;
  private static final int FROM_VIEW = 5;
  private static final int FROM_LATTICE = 6;

  private static final Comparator<FusedNumber> BEST_FIRST =
      Comparator.comparingDouble(FusedNumber::score).reversed().thenComparing(FusedNumber::number);

  /**
   * Puts both opinions together.
   *
   * @param views the sequence reader's columns in each view, at least one
   * @param lattice the lattice's numbers, likeliest first; may be empty
   * @param satisfying those of them that the field's rules allow, and others that they do
   * @param automaton the field's rules
   * @param weights how much each opinion counts
   */
  public static Fusion of(
      List<Columns> views,
      List<Hypothesis> lattice,
      List<Hypothesis> satisfying,
      NumberAutomaton automaton,
      Weights weights) {
    Set<String> candidates = new HashSet<>();
    Map<String, Integer> leads = new HashMap<>();
    for (Columns view : views) {
      List<Columns.ScoredNumber> likeliest = view.likeliest(BEAM);
      leads.merge(likeliest.get(0).number(), 1, Integer::sum);
      likeliest.stream().limit(FROM_VIEW).forEach(each -> candidates.add(each.number()));
    }
    lattice.stream().limit(FROM_LATTICE).forEach(each -> candidates.add(each.number()));
    candidates.remove("");
    Set<String> found = Set.copyOf(candidates);
    if (automaton != NumberAutomaton.ANY) {
      views.forEach(view -> candidates.addAll(view.likeliest(CONSTRAINED_BEAM, automaton)));
      satisfying.stream().limit(FROM_LATTICE).forEach(each -> candidates.add(each.number()));
      candidates.remove("");
    }
    Map<String, Hypothesis> paths = new HashMap<>();
    satisfying.forEach(each -> paths.put(each.number(), each));
    lattice.forEach(each -> paths.put(each.number(), each));
    double all = LogMath.sum(lattice.stream().mapToDouble(Hypothesis::logMass).toArray());
    List<FusedNumber> numbers = new ArrayList<>();
    List<Forward> sums = views.stream().map(Columns::forward).toList();
    // sorted, each number begins like the one before it
    for (String number : new TreeSet<>(candidates)) {
      double[] logs = sums.stream().mapToDouble(view -> view.logProbability(number)).toArray();
      double[] sorted = Arrays.stream(logs).sorted().toArray();
      double sequence = LogMath.sum(logs) - Math.log(logs.length);
      Hypothesis path = paths.get(number);
      double share = path == null ? UNSEEN : Math.max(UNSEEN, path.logMass() - all);
      numbers.add(
          new FusedNumber(
              number,
              sequence,
              sorted[0],
              sorted[sorted.length / 2],
              leads.getOrDefault(number, 0) / (double) views.size(),
              share,
              !lattice.isEmpty() && lattice.get(0).number().equals(number),
              weights.score(sequence, share),
              path));
    }
    numbers.sort(BEST_FIRST);
    double named = numbers.stream().mapToDouble(each -> Math.exp(each.sequence())).sum();
    double unnamed = Math.log(Math.max(1e-12, 1 - named)) + weights.lattice() * UNSEEN;
    return new Fusion(List.copyOf(numbers), unnamed, free(numbers, found, lattice, weights));
  }

  /** The best of those found without rules, by the score that it has without them. */
  private static String free(
      List<FusedNumber> numbers, Set<String> found, List<Hypothesis> lattice, Weights weights) {
    Set<String> spelled = lattice.stream().map(Hypothesis::number).collect(Collectors.toSet());
    return numbers.stream()
        .filter(each -> found.contains(each.number()))
        .max(
            Comparator.comparingDouble(
                each ->
                    weights.score(
                        each.sequence(),
                        spelled.contains(each.number()) ? each.lattice() : UNSEEN)))
        .map(FusedNumber::number)
        .orElse("");
  }
}
