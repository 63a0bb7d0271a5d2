package dev.icrstreams.synth.mark;

import dev.icrstreams.synth.hand.Syllables;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.List;
import java.util.Locale;

/**
 * The word that tells what a number counts: a currency, a unit or a label. Immutable.
 *
 * @param before in front of the number; empty for nothing
 * @param after behind it; empty for nothing
 * @param printed whether the form has it, not the pen
 */
public record Denomination(String before, String after, boolean printed) {
  /** A number alone. */
  public static final Denomination NONE = new Denomination("", "", false);

  /** Usual ones more than once. */
  private static final List<String> CURRENCIES =
      List.of(
          "€", "€", "€", "£", "£", "¥", "$", "$", "US$", "R$", "R", "Rs", "Fr", "kr", "Kc", "Ft",
          "EUR", "EUR", "CHF", "USD", "GBP", "Euro");

  /** None that a hurried hand writes like a digit, as it does an l or an h. */
  private static final List<String> UNITS =
      List.of("%", "%", "kg", "kg", "km", "m", "cm", "mm", "kW", "kWh", "EUR", "€");

  private static final List<String> LABELS =
      List.of(
          "No", "No.", "Nr", "Nr.", "Ref.", "Tel", "Tel.:", "Fax", "Code", "Date", "Total",
          "Total:", "Year", "Age");

  private static final double LABELLED = 0.4;

  /** Forms are in many languages: nobody can list their words. */
  private static final double ANY_WORD = 0.5;

  private static final double IN_PRINT = 0.4;

  /** A currency, in front of an amount or behind it. */
  public static Denomination currency(SeededRandom random) {
    String currency = any(CURRENCIES, random);
    boolean first = random.chance(0.55);
    return new Denomination(first ? currency : "", first ? "" : currency, random.chance(IN_PRINT));
  }

  /** A unit behind a number, or a label in front of it, which is print. */
  public static Denomination unitOrLabel(SeededRandom random) {
    if (random.chance(LABELLED)) {
      return new Denomination(anyOr(LABELS, random), "", true);
    }
    return new Denomination("", anyOr(UNITS, random), random.chance(IN_PRINT));
  }

  private static String anyOr(List<String> words, SeededRandom random) {
    if (!random.chance(ANY_WORD)) {
      return any(words, random);
    }
    String word = Syllables.word(random);
    String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    String written = random.chance(0.3) ? word.toUpperCase(Locale.ROOT) : capital;
    return random.chance(0.3) ? word : random.chance(0.2) ? written + ":" : written;
  }

  private static String any(List<String> words, SeededRandom random) {
    return words.get(random.range(0, words.size() - 1));
  }
}
