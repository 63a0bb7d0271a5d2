package dev.icrstreams.read;

import dev.icrstreams.read.columns.Columns;
import java.util.List;

/**
 * What both networks say of a field.
 *
 * @param candidates {@code [candidates of the lattice][classes]}, natural-log probabilities; given
 *     away, not copied
 * @param views the columns of each strip
 */
public record Scores(float[][] candidates, List<Columns> views) {
  /** Copies the list. */
  public Scores {
    views = List.copyOf(views);
  }
}
