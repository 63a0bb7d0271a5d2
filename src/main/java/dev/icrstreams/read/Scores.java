package dev.icrstreams.read;

import dev.icrstreams.read.columns.View;
import java.util.List;

/**
 * What both networks say of a field.
 *
 * @param candidates {@code [candidates of the lattice][classes]}, natural-log probabilities; given
 *     away, not copied
 * @param views what the sequence reader saw
 */
public record Scores(float[][] candidates, List<View> views) {
  /** Copies the list. */
  public Scores {
    views = List.copyOf(views);
  }
}
