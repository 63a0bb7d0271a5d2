package dev.icrstreams.read.lattice;

import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whether an automaton can still accept, at a node of a lattice, with as many digits as can
 * follow there. What cannot would take the places of better beginnings. One search each.
 */
final class Completions {
  /** Questions worked out; after them everything is held possible, and the search finds out. */
  private static final int BUDGET = 20_000;

  private final Lattice lattice;
  private final List<List<Integer>> leaving;
  private final NumberAutomaton automaton;
  private final boolean skips;
  private final Map<Long, Boolean> known = new HashMap<>();

  /**
   * @param skips whether a path may leave primitives out
   */
  Completions(
      Lattice lattice, List<List<Integer>> leaving, NumberAutomaton automaton, boolean skips) {
    this.lattice = lattice;
    this.leaving = leaving;
    this.automaton = automaton;
    this.skips = skips;
  }

  boolean possible(int node, int state) {
    if (state == NumberAutomaton.DEAD) {
      return false;
    }
    if (automaton == NumberAutomaton.ANY) {
      return true;
    }
    if (node == lattice.nodes() - 1) {
      return automaton.accepts(state);
    }
    Boolean answer = known.get(key(node, state));
    if (answer != null) {
      return answer;
    }
    if (known.size() >= BUDGET) {
      return true;
    }
    boolean possible = somethingFollows(node, state);
    known.put(key(node, state), possible);
    return possible;
  }

  private boolean somethingFollows(int node, int state) {
    for (int candidate : leaving.get(node)) {
      Candidate edge = lattice.candidates().get(candidate);
      if (skips && edge.isPrimitive() && possible(edge.to(), state)) {
        return true;
      }
    }
    for (int digit = 0; digit < 10; digit++) {
      int next = automaton.next(state, digit);
      for (int candidate : leaving.get(node)) {
        if (possible(lattice.candidates().get(candidate).to(), next)) {
          return true;
        }
      }
    }
    return false;
  }

  private static long key(int node, int state) {
    return (long) node << Integer.SIZE | state;
  }
}
