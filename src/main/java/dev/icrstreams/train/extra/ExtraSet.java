package dev.icrstreams.train.extra;

import dev.icrstreams.data.LabelledFields.Skipped;
import java.util.List;

/**
 * What came of a folder of labelled fields.
 *
 * @param sha256 of its labels
 * @param lessons one for every field that is learned from
 * @param skipped the other fields
 */
public record ExtraSet<T>(String sha256, List<T> lessons, List<Skipped> skipped) {
  /** Copies the lists. */
  public ExtraSet {
    lessons = List.copyOf(lessons);
    skipped = List.copyOf(skipped);
  }

  /** The set of a training that has no such folder. */
  public static <T> ExtraSet<T> none() {
    return new ExtraSet<>("none", List.of(), List.of());
  }
}
