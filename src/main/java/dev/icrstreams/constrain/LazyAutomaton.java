package dev.icrstreams.constrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An automaton whose states are values, numbered as they are reached; every transition is worked
 * out once. What is never reached costs nothing, however large the whole automaton would be.
 *
 * @param <S> what a state is: a value with {@code equals}
 */
abstract class LazyAutomaton<S> implements NumberAutomaton {
  private static final int UNKNOWN = -2;

  private final Map<S, Integer> numbers = new HashMap<>();
  private final List<S> states = new ArrayList<>();
  private final List<int[]> transitions = new ArrayList<>();

  LazyAutomaton(S start) {
    number(start);
  }

  /** The state after one more digit; null where nothing that begins so is accepted. */
  abstract S after(S state, int digit);

  abstract boolean isAccepting(S state);

  @Override
  public final int start() {
    return 0;
  }

  @Override
  public final int next(int state, int digit) {
    int[] row = transitions.get(state);
    if (row[digit] == UNKNOWN) {
      S after = after(states.get(state), digit);
      row[digit] = after == null ? DEAD : number(after);
    }
    return row[digit];
  }

  @Override
  public final boolean accepts(int state) {
    return isAccepting(states.get(state));
  }

  private int number(S state) {
    Integer known = numbers.putIfAbsent(state, states.size());
    if (known != null) {
      return known;
    }
    states.add(state);
    int[] row = new int[10];
    Arrays.fill(row, UNKNOWN);
    transitions.add(row);
    return states.size() - 1;
  }
}
