package dev.icrstreams.read.columns;

import static dev.icrstreams.read.columns.Columns.NEVER;
import static dev.icrstreams.read.columns.Columns.logSum;

import dev.icrstreams.constrain.NumberAutomaton;
import java.util.Comparator;
import java.util.List;

/**
 * The beginning of a number in a search from column to column: a node of the tree of all beginnings
 * that were ever tried, with the probabilities that it has in the present column.
 */
final class Beginning {
  /** By what {@link #settle} found. */
  static final Comparator<Beginning> LIKELIEST_FIRST =
      Comparator.comparingDouble(Beginning::total).reversed().thenComparing(Beginning::number);

  private final String number;
  private final int state;
  private final Beginning[] longer = new Beginning[10];
  private final boolean[] dead = new boolean[10];
  private double endingInBlank = NEVER;
  private double endingInDigit = NEVER;
  private double total = NEVER;
  private double nextInBlank = NEVER;
  private double nextInDigit = NEVER;
  private boolean reached;

  private Beginning(String number, int state) {
    this.number = number;
    this.state = state;
  }

  /** No digit yet, before the first column. */
  static Beginning start(int state) {
    Beginning start = new Beginning("", state);
    start.endingInBlank = 0;
    start.total = 0;
    return start;
  }

  String number() {
    return number;
  }

  /** Where its digits lead the automaton of what is allowed. */
  int state() {
    return state;
  }

  /** Its last digit; -1 if it has none. */
  int last() {
    return number.isEmpty() ? -1 : number.charAt(number.length() - 1) - '0';
  }

  /** The beginning with a digit more; null if the automaton does not allow it. */
  Beginning longer(int digit, NumberAutomaton automaton) {
    if (longer[digit] == null && !dead[digit]) {
      int next = automaton.next(state, digit);
      dead[digit] = next == NumberAutomaton.DEAD;
      longer[digit] = dead[digit] ? null : new Beginning(number + digit, next);
    }
    return longer[digit];
  }

  double endingInBlank() {
    return endingInBlank;
  }

  /** The log of its probability. */
  double total() {
    return total;
  }

  /**
   * Goes on to the next column without another digit.
   *
   * @param blank log-probability of the blank there
   * @param same of its last digit
   * @param next is given all beginnings that are reached in the next column
   */
  void stay(double blank, double same, List<Beginning> next) {
    reach(next);
    nextInBlank = total + blank;
    nextInDigit = logSum(nextInDigit, endingInDigit + same);
  }

  /** Is reached in the next column, with its last digit there. */
  void grow(double log, List<Beginning> next) {
    reach(next);
    nextInDigit = logSum(nextInDigit, log);
  }

  private void reach(List<Beginning> next) {
    if (!reached) {
      reached = true;
      next.add(this);
    }
  }

  /** The next column becomes the present one. */
  void settle() {
    endingInBlank = nextInBlank;
    endingInDigit = nextInDigit;
    total = logSum(endingInBlank, endingInDigit);
    nextInBlank = NEVER;
    nextInDigit = NEVER;
    reached = false;
  }
}
