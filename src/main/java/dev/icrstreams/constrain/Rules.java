package dev.icrstreams.constrain;

import dev.icrstreams.field.CheckDigit;
import dev.icrstreams.field.Constraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field's constraints together with the list that they name. Immutable, so threads may share it.
 */
public final class Rules {
  private final Constraints constraints;
  private final Optional<AllowedList> allowed;

  private Rules(Constraints constraints, Optional<AllowedList> allowed) {
    this.constraints = constraints;
    this.allowed = allowed;
  }

  /**
   * The rules that constraints stand for.
   *
   * @throws dev.icrstreams.field.RejectedFieldException with INVALID_CONSTRAINT if they name a list
   *     that is not there
   */
  public static Rules of(Constraints constraints, AllowedLists lists) {
    String name = constraints.allowed();
    return new Rules(
        constraints, name.isEmpty() ? Optional.empty() : Optional.of(lists.named(name)));
  }

  /** Whether every number will do. */
  public boolean allowAll() {
    return constraints.equals(Constraints.NONE);
  }

  /** A new automaton that accepts the numbers which break no rule. */
  public NumberAutomaton automaton() {
    List<NumberAutomaton> parts = new ArrayList<>();
    if (constraints.minDigits() > 1 || constraints.maxDigits() < Constraints.MAX_DIGITS) {
      parts.add(new DigitCount(constraints.minDigits(), constraints.maxDigits()));
    }
    allowed.ifPresent(list -> parts.add(list.automaton()));
    constraints.minimum().ifPresent(value -> parts.add(Bound.atLeast(value)));
    constraints.maximum().ifPresent(value -> parts.add(Bound.atMost(value)));
    if (!constraints.regex().isEmpty()) {
      parts.add(Expression.of(constraints.regex()));
    }
    if (constraints.checkDigit() != CheckDigit.NONE) {
      parts.add(
          CheckDigits.of(
              constraints.checkDigit(), constraints.minDigits(), constraints.maxDigits()));
    }
    return AllOf.of(parts);
  }

  /** The first rule that a number breaks, in words; empty if it satisfies them all. */
  public Optional<String> ruleBrokenBy(String number) {
    return constraints
        .ruleBrokenBy(number)
        .or(
            () ->
                allowed
                    .filter(list -> !list.contains(number))
                    .map(list -> "allowed list " + constraints.allowed()));
  }
}
