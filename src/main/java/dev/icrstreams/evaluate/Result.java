package dev.icrstreams.evaluate;

import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import java.util.List;

/**
 * One labelled field and what became of it.
 *
 * @param label the number that is written; empty if the field holds none
 * @param reading what was read
 * @param decision where it went
 */
public record Result(String label, Reading reading, Decision decision) {
  private static final Reading UNREAD =
      Reading.withoutDigits(Outcome.UNREADABLE, 0, List.of(), List.of());

  /** A field that could not be decoded: it counts as not read. */
  public static Result rejected(String label) {
    return new Result(label, UNREAD, new Decision(Route.REJECTED, List.of()));
  }

  /** Whether the field holds a number at all. */
  public boolean hasNumber() {
    return !label.isEmpty();
  }

  /** Whether a number was read, whatever was thought of it. */
  public boolean isRead() {
    return !reading.number().isEmpty();
  }

  /** Whether exactly the number that is written was read, leading zeros included. */
  public boolean isRight() {
    return hasNumber() && reading.number().equals(label);
  }

  /** Whether another number was read than is written, none where one is, or one where none is. */
  public boolean isWrong() {
    return hasNumber() ? !isRight() : isRead();
  }

  /** How what was read came from what is written. */
  public Alignment alignment() {
    return Alignment.of(label, reading.number());
  }

  /** Levenshtein's distance between what is written and what was read, in digits. */
  int edits() {
    return isRight() ? 0 : alignment().edits();
  }

  /** Whether the reading was accepted as a number. */
  public boolean isAccepted() {
    return decision.route() == Route.ACCEPTED;
  }

  /** Whether some confidence would get it accepted: it has a number and nothing else against it. */
  boolean isAcceptable() {
    return isRead() && reading.outcome() == Outcome.NUMBER && reading.doubts().isEmpty();
  }
}
