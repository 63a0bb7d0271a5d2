package dev.icrstreams.synth.mark;

import dev.icrstreams.synth.raster.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * What a writer puts between a number's digits and around them. Nobody changes its arrays once it
 * is made.
 *
 * @param before signs in front of the number
 * @param between signs after the digit of that index; null for none
 * @param spaced whether a group of digits ends with that digit
 * @param after closing signs
 * @param raised how many last digits are small and raised, as cents are
 * @param rules how many strokes are under the raised digits
 * @param denomination the currency or the unit
 */
public record Punctuation(
    List<Sign> before,
    Sign[] between,
    boolean[] spaced,
    List<Sign> after,
    int raised,
    int rules,
    Denomination denomination) {

  /** What people write behind an amount, so that nobody adds a digit; usual ones more than once. */
  private static final List<List<Sign>> CLOSINGS =
      List.of(
          List.of(Sign.LONG_DASH),
          List.of(Sign.LONG_DASH),
          List.of(Sign.LONG_DASH),
          List.of(Sign.DASH),
          List.of(Sign.EQUALS),
          List.of(Sign.EQUALS),
          List.of(Sign.JOINED_EQUALS),
          List.of(Sign.JOINED_EQUALS),
          List.of(Sign.POINT),
          List.of(Sign.COMMA),
          List.of(Sign.POINT, Sign.DASH),
          List.of(Sign.POINT, Sign.DASH),
          List.of(Sign.POINT, Sign.LONG_DASH),
          List.of(Sign.COMMA, Sign.DASH),
          List.of(Sign.DASH, Sign.POINT, Sign.DASH),
          List.of(Sign.CROSSED_DASH),
          List.of(Sign.CROSSED_DASH),
          List.of(Sign.SMALL_EQUALS),
          List.of(Sign.COMMA, Sign.SMALL_EQUALS),
          List.of(Sign.RISING_DASH),
          List.of(Sign.POINT, Sign.RISING_DASH),
          List.of(Sign.TILDE),
          List.of(Sign.SQUIGGLE),
          List.of(Sign.SQUIGGLE),
          List.of(Sign.POINT, Sign.SQUIGGLE),
          List.of(Sign.POINTED_DASH),
          List.of(Sign.POINTED_DASH),
          List.of(Sign.SLASH, Sign.DASH),
          List.of(Sign.SLASH, Sign.EQUALS),
          List.of(Sign.POINT, Sign.DASH, Sign.SLASH),
          List.of(Sign.CROSS, Sign.CROSS),
          List.of(Sign.APOSTROPHE),
          List.of(Sign.STAR),
          List.of(Sign.HASH));

  /** Nothing but that many digits. */
  public static Punctuation none(int digits) {
    return new Punctuation(
        List.of(), new Sign[digits], new boolean[digits], List.of(), 0, 0, Denomination.NONE);
  }

  /** The same, and a word beside it. */
  public Punctuation with(Denomination word) {
    return new Punctuation(before, between, spaced, after, raised, rules, word);
  }

  /** Groups of two or three digits with gaps between them, as in telephone numbers. */
  public static Punctuation grouped(int digits, SeededRandom random) {
    Punctuation groups = none(digits);
    int group = random.range(2, 4);
    for (int i = group - 1; i < digits - 1; i += group) {
      groups.spaced[i] = true;
    }
    return groups;
  }

  /** Between day, month and year of a date of six or eight digits. */
  public static Punctuation date(int digits, SeededRandom random) {
    Punctuation date = none(digits);
    Sign sign = pick(random, Sign.SLASH, Sign.SLASH, Sign.POINT, Sign.DASH);
    date.between[1] = sign;
    date.between[3] = sign;
    return date;
  }

  /** An amount of money, mostly with cents. */
  public static Punctuation amount(int digits, SeededRandom random) {
    return amount(digits, 0.75, random);
  }

  /** An amount without cents, mostly. */
  public static Punctuation round(int digits, SeededRandom random) {
    return amount(digits, 0.12, random);
  }

  private static Punctuation amount(int digits, double withCents, SeededRandom random) {
    List<Sign> before = new ArrayList<>();
    if (random.chance(0.28)) {
      Sign sign = pick(random, Sign.DOLLAR, Sign.HASH, Sign.STAR, Sign.EQUALS, Sign.DASH);
      int times = sign == Sign.STAR ? random.range(1, 3) : 1;
      for (int i = 0; i < times; i++) {
        before.add(sign);
      }
    }
    boolean cents = digits > 2 && random.chance(withCents);
    int raised = cents && random.chance(0.2) ? 2 : 0;
    int whole = cents ? digits - 2 : digits;
    Punctuation amount =
        new Punctuation(
            before,
            new Sign[digits],
            new boolean[digits],
            closing(random),
            raised,
            raised > 0 && random.chance(0.7) ? random.range(1, 2) : 0,
            Denomination.NONE);
    if (cents && raised == 0 && random.chance(0.85)) {
      amount.between[whole - 1] =
          pick(random, Sign.POINT, Sign.POINT, Sign.COMMA, Sign.COMMA, Sign.DASH);
    } else if (cents && raised == 0) {
      amount.spaced[whole - 1] = true;
    }
    amount.separateThousands(whole, random);
    return amount;
  }

  private void separateThousands(int whole, SeededRandom random) {
    if (whole < 4 || random.chance(0.45)) {
      return;
    }
    Sign sign = pick(random, Sign.POINT, Sign.COMMA, Sign.APOSTROPHE, null);
    for (int i = whole - 4; i >= 0; i -= 3) {
      between[i] = sign;
      spaced[i] = sign == null;
    }
  }

  private static List<Sign> closing(SeededRandom random) {
    return random.chance(0.45) ? List.of() : CLOSINGS.get(random.range(0, CLOSINGS.size() - 1));
  }

  private static Sign pick(SeededRandom random, Sign... signs) {
    return signs[random.range(0, signs.length - 1)];
  }
}
