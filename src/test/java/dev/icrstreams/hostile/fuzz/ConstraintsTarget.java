package dev.icrstreams.hostile.fuzz;

import dev.icrstreams.constrain.AllowedLists;
import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.constrain.Rules;
import dev.icrstreams.field.CheckDigit;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.RejectedFieldException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Constraints with any expression: refused, or compiled into an automaton that agrees with the
 * rules about a number. The first bytes choose digits, check digit and number, the rest is the
 * expression.
 */
public final class ConstraintsTarget {
  private static final int CHOICES = 4;

  private ConstraintsTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length < CHOICES) {
      return;
    }
    CheckDigit[] systems = CheckDigit.values();
    String regex = new String(bytes, CHOICES, bytes.length - CHOICES, StandardCharsets.ISO_8859_1);
    String number = Integer.toString(((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff));
    try {
      Rules rules =
          Rules.of(
              new Constraints(
                  1 + (bytes[0] & 3),
                  1 + ((bytes[0] >> 2) & 15),
                  regex,
                  systems[(bytes[1] & 0xff) % systems.length],
                  OptionalLong.empty(),
                  OptionalLong.empty(),
                  ""),
              AllowedLists.NONE);
      boolean broken = rules.ruleBrokenBy(number).isPresent();
      if (accepts(rules.automaton(), number) == broken) {
        throw new AssertionError(number + ": the automaton and the rule of " + regex + " differ");
      }
    } catch (RejectedFieldException e) {
      Rejection.mustBeExplained(e);
    }
  }

  private static boolean accepts(NumberAutomaton automaton, String number) {
    int state = automaton.start();
    for (int i = 0; i < number.length() && state != NumberAutomaton.DEAD; i++) {
      state = automaton.next(state, number.charAt(i) - '0');
    }
    return state != NumberAutomaton.DEAD && automaton.accepts(state);
  }
}
