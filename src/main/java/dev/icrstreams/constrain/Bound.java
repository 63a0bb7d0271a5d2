package dev.icrstreams.constrain;

/** Accepts numbers by their value, on one side of a bound that belongs to it. */
final class Bound extends LazyAutomaton<Bound.State> {
  private final String bound;
  private final boolean upper;

  /**
   * A number so far against as many first digits of the bound.
   *
   * @param digits how many digits without leading zeros; those over the bound's count as one
   * @param order whether they are below, the same or above: -1, 0, 1
   */
  record State(int digits, int order) {}

  private Bound(long value, boolean upper) {
    super(new State(0, 0));
    this.bound = value == 0 ? "" : Long.toString(value);
    this.upper = upper;
  }

  /** Numbers of at least this value, 0 or more. */
  static Bound atLeast(long value) {
    return new Bound(value, false);
  }

  /** Numbers of at most this value, 0 or more. */
  static Bound atMost(long value) {
    return new Bound(value, true);
  }

  @Override
  State after(State state, int digit) {
    if (state.digits() == 0 && digit == 0) {
      return state;
    }
    if (state.digits() >= bound.length()) {
      return upper ? null : new State(bound.length() + 1, 1);
    }
    int order =
        state.order() == 0
            ? Integer.signum(Integer.compare('0' + digit, bound.charAt(state.digits())))
            : state.order();
    int digits = state.digits() + 1;
    return upper && order > 0 && digits == bound.length() ? null : new State(digits, order);
  }

  @Override
  boolean isAccepting(State state) {
    int side =
        state.digits() == bound.length()
            ? state.order()
            : Integer.compare(state.digits(), bound.length());
    return upper ? side <= 0 : side >= 0;
  }
}
