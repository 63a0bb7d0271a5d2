package dev.icrstreams.constrain;

import dev.icrstreams.field.CheckDigit;

/** Check digit systems as automata. */
final class CheckDigits {
  private static final int[] ONCE = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  private static final int[] DOUBLED = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};

  private CheckDigits() {}

  /**
   * The automaton of a system; any number for {@link CheckDigit#NONE}. What it says of numbers with
   * fewer or more digits than asked for does not count.
   */
  static NumberAutomaton of(CheckDigit system, int least, int most) {
    return switch (system) {
      case NONE -> NumberAutomaton.ANY;
      case LUHN -> new WeightedSum(10, least, most, DOUBLED, ONCE);
      case EAN -> new WeightedSum(10, least, most, times(3), ONCE);
      case MOD11 ->
          new WeightedSum(
              11, least, most, times(2), times(3), times(4), times(5), times(6), times(7));
      case MOD97 -> new Mod97();
      case MOD11_10 -> new Mod11Ten();
    };
  }

  private static int[] times(int weight) {
    int[] values = new int[10];
    for (int digit = 0; digit < 10; digit++) {
      values[digit] = weight * digit;
    }
    return values;
  }

  /** ISO/IEC 7064 MOD 97-10: the remainder so far. */
  private static final class Mod97 extends LazyAutomaton<Mod97.Remainder> {
    record Remainder(int value, int digits) {}

    Mod97() {
      super(new Remainder(0, 0));
    }

    @Override
    Remainder after(Remainder state, int digit) {
      return new Remainder((state.value() * 10 + digit) % 97, Math.min(3, state.digits() + 1));
    }

    @Override
    boolean isAccepting(Remainder state) {
      return state.digits() > 2 && state.value() == 1;
    }
  }

  /**
   * ISO/IEC 7064 MOD 11,10: the product so far, and whether the last digit fitted the one before.
   */
  private static final class Mod11Ten extends LazyAutomaton<Mod11Ten.Product> {
    record Product(int value, boolean fits, int digits) {}

    Mod11Ten() {
      super(new Product(10, false, 0));
    }

    @Override
    Product after(Product state, int digit) {
      int sum = (state.value() + digit) % 10;
      return new Product((sum == 0 ? 10 : sum) * 2 % 11, sum == 1, Math.min(2, state.digits() + 1));
    }

    @Override
    boolean isAccepting(Product state) {
      return state.digits() > 1 && state.fits();
    }
  }
}
