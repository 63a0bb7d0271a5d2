package dev.icrstreams.field;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What was read from one field, before anybody decides what to do with it.
 *
 * @param outcome number, blank or unreadable
 * @param number the likeliest number with its leading zeros; empty where there is none
 * @param confidence the calibrated probability that outcome and number are right, 0 to 1
 * @param digits the number's digits from left to right
 * @param alternatives other numbers, likeliest first
 * @param separators marks between the digits, from left to right
 * @param doubts reasons to ask a person, whatever the confidence
 * @param notices remarks on how the image was used
 */
public record Reading(
    Outcome outcome,
    String number,
    double confidence,
    List<Digit> digits,
    List<Alternative> alternatives,
    List<Separator> separators,
    List<ReviewReason> doubts,
    List<Notice> notices) {
  /** Copies the lists. */
  public Reading {
    digits = List.copyOf(digits);
    alternatives = List.copyOf(alternatives);
    separators = List.copyOf(separators);
    doubts = List.copyOf(doubts);
    notices = List.copyOf(notices);
  }

  /** The same with every digit's box changed. */
  public Reading placed(UnaryOperator<Box> change) {
    List<Digit> moved =
        digits.stream()
            .map(
                digit ->
                    new Digit(
                        digit.value(),
                        digit.confidence(),
                        change.apply(digit.box()),
                        digit.alternatives()))
            .toList();
    return new Reading(
        outcome, number, confidence, moved, alternatives, separators, doubts, notices);
  }

  /** A reading without digits, such as a blank field's. */
  public static Reading withoutDigits(
      Outcome outcome, double confidence, List<ReviewReason> doubts, List<Notice> notices) {
    return new Reading(outcome, "", confidence, List.of(), List.of(), List.of(), doubts, notices);
  }
}
