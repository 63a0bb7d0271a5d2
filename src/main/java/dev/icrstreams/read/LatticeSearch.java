package dev.icrstreams.read;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds the likeliest numbers in a lattice of digit candidates: a Viterbi search that keeps the
 * best beginnings at every node and adds up the paths that spell the same number, after LeCun,
 * Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition" (1998),
 * section VI. It runs through the product of the lattice and an automaton of what is allowed, as in
 * Mohri, Pereira and Riley, "Weighted finite-state transducers in speech recognition" (2002).
 * Stateless, so threads may share it.
 */
final class LatticeSearch {
  /** Beginnings kept at a node: far more than the numbers ever reported. */
  private static final int BEAM = 64;

  /**
   * The most states at a node for which the best beginning of each is kept too. Then the best
   * number is found for certain, for what may follow depends on the state alone. Where there are
   * more, nearly every beginning has a state of its own, and the beam decides.
   */
  private static final int STATES = 256;

  private static final Comparator<Hypothesis> LIKELIEST_FIRST =
      Comparator.comparingDouble(Hypothesis::logMass).reversed().thenComparing(Hypothesis::number);

  private LatticeSearch() {}

  /**
   * The likeliest numbers from the lattice's first node to its last, best first; with a class for
   * what is no digit, the empty one among them: nothing there is a digit.
   *
   * @param logProbabilities {@code [candidates][at least 10]}, natural logs
   */
  static List<Hypothesis> nBest(Lattice lattice, double[][] logProbabilities) {
    return nBest(lattice, logProbabilities, NumberAutomaton.ANY);
  }

  /** The likeliest numbers that an automaton accepts, best first; none if the lattice has none. */
  static List<Hypothesis> nBest(
      Lattice lattice, double[][] logProbabilities, NumberAutomaton automaton) {
    List<List<Integer>> leaving = leaving(lattice);
    boolean skips =
        logProbabilities.length > 0 && logProbabilities[0].length > DigitClassifier.NO_DIGIT;
    Completions completions = new Completions(lattice, leaving, automaton, skips);
    List<Map<String, Hypothesis>> reached = new ArrayList<>();
    for (int node = 0; node < lattice.nodes(); node++) {
      reached.add(new HashMap<>());
    }
    if (completions.possible(0, automaton.start())) {
      reached.get(0).put("", Hypothesis.start(automaton.start()));
    }
    for (int node = 0; node < lattice.nodes() - 1; node++) {
      for (Hypothesis beginning : best(reached.get(node).values())) {
        for (int i : leaving.get(node)) {
          Candidate candidate = lattice.candidates().get(i);
          double cost = EdgeCost.ofTaking(candidate, logProbabilities[i]);
          double skipping = EdgeCost.ofSkipping(candidate, logProbabilities[i]);
          Map<String, Hypothesis> next = reached.get(candidate.to());
          if (skipping < Double.POSITIVE_INFINITY
              && completions.possible(candidate.to(), beginning.state())) {
            next.merge(beginning.number(), beginning.skipping(skipping), Hypothesis::or);
          }
          for (int digit = 0; digit < 10; digit++) {
            int state = automaton.next(beginning.state(), digit);
            if (completions.possible(candidate.to(), state)) {
              Hypothesis longer =
                  beginning.extendedBy(digit, state, logProbabilities[i][digit] - cost, i);
              next.merge(longer.number(), longer, Hypothesis::or);
            }
          }
        }
      }
    }
    return best(reached.get(lattice.nodes() - 1).values());
  }

  private static List<List<Integer>> leaving(Lattice lattice) {
    List<List<Integer>> leaving = new ArrayList<>();
    for (int node = 0; node < lattice.nodes(); node++) {
      leaving.add(new ArrayList<>());
    }
    for (int i = 0; i < lattice.candidates().size(); i++) {
      Candidate candidate = lattice.candidates().get(i);
      leaving.get(candidate.from()).add(i);
    }
    return leaving;
  }

  /** The likeliest, and of few states the likeliest of each, best first. */
  private static List<Hypothesis> best(Collection<Hypothesis> hypotheses) {
    if (hypotheses.size() <= BEAM) {
      return hypotheses.stream().sorted(LIKELIEST_FIRST).toList();
    }
    // sorting all of them takes longer than everything else here
    PriorityQueue<Hypothesis> likeliest = new PriorityQueue<>(LIKELIEST_FIRST.reversed());
    Map<Integer, Hypothesis> ofState = new HashMap<>();
    for (Hypothesis hypothesis : hypotheses) {
      if (likeliest.size() < BEAM) {
        likeliest.add(hypothesis);
      } else if (LIKELIEST_FIRST.compare(hypothesis, likeliest.peek()) < 0) {
        likeliest.poll();
        likeliest.add(hypothesis);
      }
      ofState.merge(
          hypothesis.state(), hypothesis, (a, b) -> LIKELIEST_FIRST.compare(b, a) < 0 ? b : a);
    }
    Set<Hypothesis> kept = new HashSet<>(likeliest);
    if (ofState.size() <= STATES) {
      kept.addAll(ofState.values());
    }
    return kept.stream().sorted(LIKELIEST_FIRST).toList();
  }
}
