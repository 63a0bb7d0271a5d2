package dev.icrstreams.read;

import dev.icrstreams.field.Strip;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.segment.Lattice;
import java.util.List;

/**
 * What both readers work on.
 *
 * @param clean the field's ink and grey contrast
 * @param lattice the ways of cutting the ink into digits
 * @param strips the whole field at the sequence reader's height, in several views
 */
public record Segmentation(CleanField clean, Lattice lattice, List<Strip> strips) {
  /** Copies the list. */
  public Segmentation {
    strips = List.copyOf(strips);
  }
}
