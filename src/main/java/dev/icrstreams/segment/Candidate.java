package dev.icrstreams.segment;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;

/**
 * Ink that may be one digit: an edge of the lattice.
 *
 * @param from the node to its left
 * @param to the node to its right, greater than {@code from}
 * @param box where it is, in pixels of the scanned image
 * @param ink this candidate's own ink in working pixels, and none of its neighbours'
 */
public record Candidate(int from, int to, Box box, Ink ink) {}
