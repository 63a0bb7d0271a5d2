package com.google.re2j;

import java.util.BitSet;

/**
 * A compiled RE2 expression as a nondeterministic automaton over decimal digits: instructions are
 * its states. It steps as RE2/J itself would, so an expression means the same here and there.
 * Immutable after construction, so threads may share it.
 *
 * <p>Positions matter to {@code ^}, {@code $} and {@code \b} only; since digits are word
 * characters, a number has word boundaries at its two ends and nowhere else.
 */
public final class DigitProgram {
  private static final int AT_START =
      Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_WORD_BOUNDARY;
  private static final int AT_END =
      Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT | Utils.EMPTY_WORD_BOUNDARY;
  private static final int BETWEEN = Utils.EMPTY_NO_WORD_BOUNDARY;

  private final Prog program;
  private final BitSet useful = new BitSet();

  /** The program of a pattern. */
  public DigitProgram(Pattern pattern) {
    this.program = pattern.re2().prog;
    markUseful();
  }

  /** The instructions before the first digit. */
  public BitSet start() {
    BitSet start = new BitSet();
    start.set(program.start);
    return start;
  }

  /**
   * The instructions after one more digit; none if nothing that begins so can match.
   *
   * @param first whether it is the number's first digit
   */
  public BitSet after(BitSet before, int digit, boolean first) {
    BitSet closed = closure(before, first ? AT_START : BETWEEN);
    BitSet after = new BitSet();
    for (int pc = closed.nextSetBit(0); pc >= 0; pc = closed.nextSetBit(pc + 1)) {
      Inst instruction = program.getInst(pc);
      if (takes(instruction, digit) && useful.get(instruction.out)) {
        after.set(instruction.out);
      }
    }
    return after;
  }

  /** Whether the number may end here; it has at least one digit. */
  public boolean mayEnd(BitSet state) {
    BitSet closed = closure(state, AT_END);
    return closed.stream().anyMatch(pc -> program.getInst(pc).op == Inst.MATCH);
  }

  /** From the match backwards: what no digits lead to a match from need not be followed. */
  private void markUseful() {
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int pc = program.numInst() - 1; pc >= 0; pc--) {
        if (!useful.get(pc) && leadsOn(program.getInst(pc))) {
          useful.set(pc);
          grown = true;
        }
      }
    }
  }

  private boolean leadsOn(Inst instruction) {
    return switch (instruction.op) {
      case Inst.MATCH -> true;
      case Inst.FAIL -> false;
      case Inst.ALT, Inst.ALT_MATCH -> useful.get(instruction.out) || useful.get(instruction.arg);
      case Inst.CAPTURE, Inst.NOP, Inst.EMPTY_WIDTH -> useful.get(instruction.out);
      default -> useful.get(instruction.out) && takesAnyDigit(instruction);
    };
  }

  private BitSet closure(BitSet state, int conditions) {
    BitSet closed = new BitSet();
    int[] open = new int[2 * program.numInst() + state.cardinality()];
    int size = 0;
    for (int pc = state.nextSetBit(0); pc >= 0; pc = state.nextSetBit(pc + 1)) {
      open[size++] = pc;
    }
    while (size > 0) {
      int pc = open[--size];
      if (closed.get(pc)) {
        continue;
      }
      closed.set(pc);
      Inst instruction = program.getInst(pc);
      switch (instruction.op) {
        case Inst.ALT, Inst.ALT_MATCH -> {
          open[size++] = instruction.out;
          open[size++] = instruction.arg;
        }
        case Inst.CAPTURE, Inst.NOP -> open[size++] = instruction.out;
        case Inst.EMPTY_WIDTH -> {
          if ((instruction.arg & ~conditions) == 0) {
            open[size++] = instruction.out;
          }
        }
        default -> {} // waits for a digit, matches or fails
      }
    }
    return closed;
  }

  private static boolean takesAnyDigit(Inst instruction) {
    for (int digit = 0; digit < 10; digit++) {
      if (takes(instruction, digit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takes(Inst instruction, int digit) {
    return switch (instruction.op) {
      case Inst.RUNE, Inst.RUNE1 -> instruction.matchRune('0' + digit);
      case Inst.RUNE_ANY, Inst.RUNE_ANY_NOT_NL -> true;
      default -> false;
    };
  }
}
