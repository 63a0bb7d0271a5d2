package dev.icrstreams.read;

import dev.icrstreams.read.columns.View;
import dev.icrstreams.read.confidence.Evidence;
import dev.icrstreams.read.fuse.FusedNumber;
import dev.icrstreams.read.lattice.Hypothesis;
import java.util.List;

/**
 * Is shown what a reading was made of, on the thread that makes it. The arrays are the reader's
 * own: nobody changes them. A method that is not overridden costs nothing.
 */
public interface SearchListener {
  /** Looks at nothing. */
  SearchListener NONE = new SearchListener() {};

  /**
   * The probabilities that the search works with.
   *
   * @param logProbabilities {@code [candidates][classes]}, natural logs, after the calibration's
   *     temperature
   */
  default void probabilities(double[][] logProbabilities) {}

  /** What the sequence reader saw, one view after the other. */
  default void views(List<View> views) {}

  /** The numbers that the lattice holds, best first. */
  default void numbers(List<Hypothesis> numbers) {}

  /** The numbers of both readers, best first. */
  default void fused(List<FusedNumber> numbers) {}

  /**
   * What the confidence is made of.
   *
   * @param logOdds the best number against all others, in nats
   * @param evidence as {@link Evidence#NAMES} tells
   */
  default void evidence(double logOdds, double[] evidence) {}
}
