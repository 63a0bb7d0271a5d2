package dev.icrstreams.constrain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Accepts numbers of two digits or more whose weighted sum is a multiple of a modulus. Weights
 * count from the right: the last digit as it is, those before it by weights that repeat. A search
 * comes from the left and does not know how many digits will follow, so a state holds the sum for
 * every place that the last digit so far may have in the weights' period.
 */
final class WeightedSum extends LazyAutomaton<WeightedSum.State> {
  private final int modulus;
  private final int[][] values;
  private final int least;
  private final int most;
  private final boolean fewLengths;

  /**
   * The sums so far.
   *
   * @param total if nothing follows
   * @param bySlot if the last digit has the weight of that slot; 0 where it cannot have it
   * @param digits how many there are; where any number may follow, those over two count as two
   */
  record State(int total, List<Integer> bySlot, int digits) {}

  /**
   * Weights as tables.
   *
   * @param least no numbers of fewer digits are asked about
   * @param most nor of more: if few lengths are possible, so are few places, and states are few
   * @param values what each digit adds in each slot, {@code [period][10]}, from right to left,
   *     beginning with the last digit but one
   */
  WeightedSum(int modulus, int least, int most, int[]... values) {
    super(new State(0, Collections.nCopies(values.length, 0), 0));
    this.modulus = modulus;
    this.values = values;
    this.least = least;
    this.most = most;
    this.fewLengths = most - least < values.length - 1;
  }

  @Override
  State after(State state, int digit) {
    int digits = fewLengths ? state.digits() + 1 : Math.min(2, state.digits() + 1);
    if (fewLengths && digits > most) {
      return null;
    }
    List<Integer> bySlot = new ArrayList<>(values.length);
    for (int slot = 0; slot < values.length; slot++) {
      int before = state.bySlot().get((slot + 1) % values.length);
      bySlot.add(isPossible(slot, digits) ? (values[slot][digit] + before) % modulus : 0);
    }
    int total = (digit + state.bySlot().get(0)) % modulus;
    return new State(total, bySlot, digits);
  }

  /** Whether as many digits can follow as put the last one so far into that slot. */
  private boolean isPossible(int slot, int digits) {
    if (!fewLengths) {
      return true;
    }
    for (int length = digits + 1 + slot; length <= most; length += values.length) {
      if (length >= least) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean isAccepting(State state) {
    return state.digits() > 1 && state.total() == 0;
  }
}
