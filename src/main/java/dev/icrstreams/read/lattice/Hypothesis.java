package dev.icrstreams.read.lattice;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A number, or the beginning of one, that the lattice allows. Immutable.
 *
 * @param number its digits so far
 * @param state where its digits lead the automaton of what is allowed
 * @param logMass natural log of the probability summed over all paths that spell it
 * @param logBest natural log of the probability of the likeliest of these paths
 * @param candidate index of the last candidate on that path; -1 at the start
 * @param previous what it extends; null at the start
 */
public record Hypothesis(
    String number, int state, double logMass, double logBest, int candidate, Hypothesis previous) {
  /** The beginning of every number: no digit yet, and the automaton in this state. */
  public static Hypothesis start(int state) {
    return new Hypothesis("", state, 0, 0, -1, null);
  }

  /** The likeliest path, as indices of candidates from left to right. */
  public List<Integer> path() {
    Deque<Integer> path = new ArrayDeque<>();
    for (Hypothesis h = this; h.previous != null; h = h.previous) {
      path.addFirst(h.candidate);
    }
    return List.copyOf(path);
  }
}
