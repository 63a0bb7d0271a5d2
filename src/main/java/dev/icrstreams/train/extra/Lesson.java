package dev.icrstreams.train.extra;

/** What a network learns from a labelled field. */
@FunctionalInterface
public interface Lesson<T> {
  /**
   * The lesson of one field.
   *
   * @throws UnusableFieldException if there is none
   */
  T of(ExtraField field) throws UnusableFieldException;
}
