package dev.icrstreams.segment;

import dev.icrstreams.field.ReviewReason;
import java.util.List;

/**
 * The ways of cutting a field into digits: every path from node 0 to the last node is one.
 *
 * @param nodes how many nodes, left to right; 0 where there are no candidates
 * @param candidates the edges, in reading order of their left nodes
 * @param doubts what speaks against the field being a number at all
 */
public record Lattice(int nodes, List<Candidate> candidates, List<ReviewReason> doubts) {
  /** Copies the lists. */
  public Lattice {
    candidates = List.copyOf(candidates);
    doubts = List.copyOf(doubts);
  }

  /** Whether the field holds no ink to speak of. */
  public boolean isBlank() {
    return candidates.isEmpty() && doubts.isEmpty();
  }

  static Lattice without(ReviewReason doubt) {
    return new Lattice(0, List.of(), List.of(doubt));
  }

  static Lattice blank() {
    return new Lattice(0, List.of(), List.of());
  }
}
