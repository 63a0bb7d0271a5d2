package dev.icrstreams.constrain;

/**
 * A deterministic automaton over decimal digits that accepts the numbers of one constraint or of
 * several. States come into being as they are reached, so an automaton is for one thread; it is
 * cheap enough to be made for one field and thrown away.
 */
public interface NumberAutomaton {
  /** What {@link #next} gives where no number that begins so is accepted. */
  int DEAD = -1;

  /** Accepts every number. */
  NumberAutomaton ANY =
      new NumberAutomaton() {
        @Override
        public int start() {
          return 0;
        }

        @Override
        public int next(int state, int digit) {
          return 0;
        }

        @Override
        public boolean accepts(int state) {
          return true;
        }
      };

  /** The state before the first digit, 0 or more. */
  int start();

  /**
   * The state after one more digit, 0 or more, or {@link #DEAD}. That it is not dead does not
   * promise that an accepting state can be reached.
   *
   * @param digit 0 to 9
   */
  int next(int state, int digit);

  /** Whether a number that led to this state is accepted. */
  boolean accepts(int state);

  /** Whether a number of decimal digits is accepted. */
  default boolean accepts(String number) {
    int state = start();
    for (int i = 0; i < number.length() && state != DEAD; i++) {
      state = next(state, number.charAt(i) - '0');
    }
    return state != DEAD && accepts(state);
  }

  /** Accepts this number alone: a search under it tells what the number's own score is. */
  static NumberAutomaton exactly(String number) {
    return new NumberAutomaton() {
      @Override
      public int start() {
        return 0;
      }

      @Override
      public int next(int state, int digit) {
        return state < number.length() && number.charAt(state) == '0' + digit ? state + 1 : DEAD;
      }

      @Override
      public boolean accepts(int state) {
        return state == number.length();
      }
    };
  }
}
