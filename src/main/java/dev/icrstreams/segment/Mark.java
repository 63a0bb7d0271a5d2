package dev.icrstreams.segment;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator;

/**
 * Ink beside the digits that separates them.
 *
 * @param node the lattice's node nearest to it: digits that end there or before stand to its left
 * @param kind what it looks like
 * @param box where it is, in pixels of the scanned image
 * @param confidence how far its shape can be trusted, 0 to 1; a rule's estimate, not calibrated
 */
public record Mark(int node, Separator.Kind kind, Box box, double confidence) {}
