package dev.icrstreams.read.fuse;

import dev.icrstreams.read.lattice.Hypothesis;

/**
 * A number with what both readers make of it. Immutable.
 *
 * @param number its digits
 * @param sequence natural log of its probability in the sequence reader's columns, the mean over
 *     all views
 * @param worstView the same in the view that likes it least
 * @param middleView the same in the middle one, of two the better
 * @param views share of the views that take it for the likeliest number, 0 to 1
 * @param lattice natural log of its share of the lattice's numbers; not below {@link Fusion#UNSEEN}
 * @param lead whether it is the lattice's likeliest number
 * @param score of both together, in nats
 * @param path the lattice's way to it; null if the lattice has none
 */
public record FusedNumber(
    String number,
    double sequence,
    double worstView,
    double middleView,
    double views,
    double lattice,
    boolean lead,
    double score,
    Hypothesis path) {}
