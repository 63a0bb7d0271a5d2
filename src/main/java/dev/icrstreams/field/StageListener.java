package dev.icrstreams.field;

/** Is told how long each stage took for each field; called on the thread that did the work. */
@FunctionalInterface
public interface StageListener {
  /** Listens to nothing. */
  StageListener NONE = (stage, nanos) -> {};

  /** One stage of one field took this many nanoseconds. */
  void took(Stage stage, long nanos);
}
