package dev.icrstreams.read.lattice;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Finds the likeliest numbers in a lattice of digit candidates: a Viterbi search that keeps the
 * best beginnings at every node and adds up the paths that spell the same number, after LeCun,
 * Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition" (1998),
 * section VI. It runs through the product of the lattice and an automaton of what is allowed, as in
 * Mohri, Pereira and Riley, "Weighted finite-state transducers in speech recognition" (2002).
 * Stateless, so threads may share it.
 */
public final class LatticeSearch {
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
  public static List<Hypothesis> nBest(
      Lattice lattice, double[][] logProbabilities, NumberAutomaton automaton) {
    List<List<Integer>> leaving = leaving(lattice);
    boolean skips =
        logProbabilities.length > 0 && logProbabilities[0].length > DigitClassifier.NO_DIGIT;
    Completions completions = new Completions(lattice, leaving, automaton, skips);
    List<Beginnings> reached = new ArrayList<>();
    for (int node = 0; node < lattice.nodes(); node++) {
      reached.add(new Beginnings());
    }
    if (completions.possible(0, automaton.start())) {
      reached.get(0).start(automaton.start());
    }
    double[] taking = costs(lattice, logProbabilities, EdgeCost::ofTaking);
    double[] skipping = costs(lattice, logProbabilities, EdgeCost::ofSkipping);
    for (int node = 0; node < lattice.nodes() - 1; node++) {
      for (Hypothesis beginning : reached.get(node).best(automaton)) {
        for (int i : leaving.get(node)) {
          int to = lattice.candidates().get(i).to();
          Beginnings next = reached.get(to);
          if (skipping[i] < Double.POSITIVE_INFINITY
              && completions.possible(to, beginning.state())) {
            next.skip(beginning, skipping[i]);
          }
          Beginnings.Longer longer = next.longer(beginning.number());
          for (int digit = 0; digit < 10; digit++) {
            int state = automaton.next(beginning.state(), digit);
            if (completions.possible(to, state)) {
              longer.take(beginning, digit, state, logProbabilities[i][digit] - taking[i], i);
            }
          }
        }
      }
    }
    return reached.get(lattice.nodes() - 1).best(automaton);
  }

  private static double[] costs(
      Lattice lattice, double[][] logs, ToDoubleBiFunction<Candidate, double[]> cost) {
    double[] costs = new double[logs.length];
    Arrays.setAll(costs, i -> cost.applyAsDouble(lattice.candidates().get(i), logs[i]));
    return costs;
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
}
