package dev.icrstreams.constrain;

import com.google.re2j.DigitProgram;
import com.google.re2j.Pattern;
import java.util.BitSet;

/**
 * Accepts what an RE2 expression matches as a whole: the subset construction, done only where it is
 * reached (Thompson, "Regular expression search algorithm", Communications of the ACM 11, 1968).
 */
final class Expression extends LazyAutomaton<Expression.State> {
  private final DigitProgram program;

  /**
   * Where the program may be.
   *
   * @param instructions as bits
   * @param first whether no digit was read yet
   */
  record State(BitSet instructions, boolean first) {}

  private Expression(DigitProgram program) {
    super(new State(program.start(), true));
    this.program = program;
  }

  /** The automaton of an expression that {@link dev.icrstreams.field.Constraints} let pass. */
  static Expression of(String regex) {
    return new Expression(new DigitProgram(Pattern.compile(regex)));
  }

  @Override
  State after(State state, int digit) {
    BitSet after = program.after(state.instructions(), digit, state.first());
    return after.isEmpty() ? null : new State(after, false);
  }

  @Override
  boolean isAccepting(State state) {
    return !state.first() && program.mayEnd(state.instructions());
  }
}
