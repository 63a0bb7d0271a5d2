package dev.icrstreams.read;

import dev.icrstreams.image.CleanField;
import dev.icrstreams.segment.Lattice;

/**
 * What both readers work on.
 *
 * @param clean the field's ink and grey contrast
 * @param lattice the ways of cutting the ink into digits
 */
public record Segmentation(CleanField clean, Lattice lattice) {}
