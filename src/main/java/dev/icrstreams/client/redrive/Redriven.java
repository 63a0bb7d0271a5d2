package dev.icrstreams.client.redrive;

import dev.icrstreams.field.ErrorCode;
import java.util.Optional;

/**
 * What {@link Redrive} did with one dead letter.
 *
 * @param partition the letter's partition in the topic of the dead letters
 * @param offset its offset there
 * @param key the record's key; empty if it has none
 * @param code why it was rejected; empty if the letter does not say
 * @param redrives how many times it had been redriven before
 * @param action what was done
 */
public record Redriven(
    int partition, long offset, String key, Optional<ErrorCode> code, int redrives, Action action) {
  /** What can be done with a letter. */
  public enum Action {
    /** A dry run: it would be sent. */
    WOULD_SEND,
    /** Sent to its input topic; final once the run's transaction is committed. */
    SENT,
    /** Refused: it has come back too often. */
    REFUSED_LOOP,
    /** Refused: the letter is not the whole record. */
    REFUSED_INCOMPLETE,
    /** Refused: so old that the brokers may have forgotten that it was sent before. */
    REFUSED_OLD,
    /** Refused: it does not come from an input topic of this service. */
    REFUSED_ORIGIN;

    /** Whether the letter stays where it is. */
    public boolean isRefused() {
      return this != WOULD_SEND && this != SENT;
    }
  }
}
