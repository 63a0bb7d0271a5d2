package dev.icrstreams.field;

import java.time.Instant;

/**
 * Is told what becomes of each field; called on the thread that did the work, which must not have
 * to wait. What an aborted transaction repeats is told again.
 */
public interface FieldListener {
  /** Listens to nothing. */
  FieldListener NONE = new FieldListener() {};

  /** An input record is taken up. */
  default void received() {}

  /** It had been a dead letter and was sent back; told beside {@link #received}. */
  default void redriven() {}

  /** Its ink was cut into this many digit candidates, which go through the network together. */
  default void segmented(int candidates) {}

  /** It has an answer; {@code recordTime} is the input record's timestamp. */
  default void answered(Answer answer, Instant recordTime) {}

  /** A person's correction became the field's answer. */
  default void corrected(Outcome verdict) {}

  /** A record of this topic, a field's or a correction's, became a dead letter. */
  default void rejected(String topic, ErrorCode code, Instant recordTime) {}

  /** The calling thread dies with a record of this topic in hand. */
  default void killed(String topic) {}
}
