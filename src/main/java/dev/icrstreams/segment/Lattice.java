package dev.icrstreams.segment;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.ReviewReason;
import java.util.List;

/**
 * The ways of cutting a field into digits: every path from node 0 to the last node is one.
 *
 * @param nodes how many nodes, left to right; 0 where there are no candidates
 * @param candidates the edges, in reading order of their left nodes
 * @param doubts what speaks against the field being a number at all
 * @param leftOut share of the ink that is in no candidate because it was taken for points, dashes
 *     or dirt, 0 to 1
 * @param marks points, commas and dashes beside the digits, from left to right
 * @param crossesBorder whether a digit's stroke runs out of the image
 * @param atSides ink that the image's left or right border cuts off, in pixels of the scan
 */
public record Lattice(
    int nodes,
    List<Candidate> candidates,
    List<ReviewReason> doubts,
    double leftOut,
    List<Mark> marks,
    boolean crossesBorder,
    List<Box> atSides) {
  /** Copies the lists. */
  public Lattice {
    candidates = List.copyOf(candidates);
    doubts = List.copyOf(doubts);
    marks = List.copyOf(marks);
    atSides = List.copyOf(atSides);
  }

  /** A lattice without marks. */
  public Lattice(int nodes, List<Candidate> candidates, List<ReviewReason> doubts, double leftOut) {
    this(nodes, candidates, doubts, leftOut, List.of(), false, List.of());
  }

  /** Whether the field holds no ink to speak of. */
  public boolean isBlank() {
    return candidates.isEmpty() && doubts.isEmpty();
  }

  static Lattice without(ReviewReason doubt) {
    return new Lattice(0, List.of(), List.of(doubt), 1);
  }

  static Lattice blank() {
    return new Lattice(0, List.of(), List.of(), 0);
  }
}
