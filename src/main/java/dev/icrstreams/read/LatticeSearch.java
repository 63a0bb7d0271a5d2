package dev.icrstreams.read;

import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the likeliest numbers in a lattice of digit candidates: a Viterbi search that keeps the
 * best beginnings at every node and adds up the paths that spell the same number, after LeCun,
 * Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition" (1998),
 * section VI. Stateless, so threads may share it.
 */
final class LatticeSearch {
  /** Beginnings kept at a node: far more than the numbers ever reported. */
  private static final int BEAM = 64;

  private static final Comparator<Hypothesis> LIKELIEST_FIRST =
      Comparator.comparingDouble(Hypothesis::logMass).reversed().thenComparing(Hypothesis::number);

  private LatticeSearch() {}

  /**
   * The likeliest numbers from the lattice's first node to its last, best first.
   *
   * @param logProbabilities {@code [candidates][at least 10]}, natural logs
   */
  static List<Hypothesis> nBest(Lattice lattice, double[][] logProbabilities) {
    List<Map<String, Hypothesis>> reached = new ArrayList<>();
    for (int node = 0; node < lattice.nodes(); node++) {
      reached.add(new HashMap<>());
    }
    reached.get(0).put("", Hypothesis.START);
    List<List<Integer>> leaving = leaving(lattice);
    for (int node = 0; node < lattice.nodes() - 1; node++) {
      for (Hypothesis beginning : best(reached.get(node))) {
        for (int i : leaving.get(node)) {
          double cost = Geometry.cost(lattice.candidates().get(i).box());
          Map<String, Hypothesis> next = reached.get(lattice.candidates().get(i).to());
          for (int digit = 0; digit < 10; digit++) {
            Hypothesis longer = beginning.extendedBy(digit, logProbabilities[i][digit] - cost, i);
            next.merge(longer.number(), longer, Hypothesis::or);
          }
        }
      }
    }
    return best(reached.get(lattice.nodes() - 1));
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

  private static List<Hypothesis> best(Map<String, Hypothesis> hypotheses) {
    return hypotheses.values().stream().sorted(LIKELIEST_FIRST).limit(BEAM).toList();
  }
}
