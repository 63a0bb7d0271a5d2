package dev.icrstreams.synth.mark;

import dev.icrstreams.synth.raster.SeededRandom;
import java.util.List;

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
          "€", "€", "€", "£", "£", "¥", "R", "Rs", "Fr", "kr", "Kc", "Ft", "EUR", "EUR", "CHF",
          "USD", "GBP", "Euro");

  /** None that a hurried hand writes like a digit, as it does an l or an h. */
  private static final List<String> UNITS =
      List.of("%", "%", "kg", "kg", "km", "m", "cm", "mm", "kW", "kWh", "EUR", "€");

  private static final List<String> LABELS =
      List.of("No", "No", "Nr", "Nr", "Ref", "Tel", "Fax", "Code", "Date", "Total", "Year");

  private static final double LABELLED = 0.3;
  private static final double IN_PRINT = 0.4;

  /** A currency, in front of an amount or behind it. */
  public static Denomination currency(SeededRandom random) {
    String currency = any(CURRENCIES, random);
    boolean first = random.chance(0.55);
    return new Denomination(first ? currency : "", first ? "" : currency, random.chance(IN_PRINT));
  }

  /** A unit behind a number, or a label in front of it, which is print. */
  public static Denomination unitOrLabel(SeededRandom random) {
    return random.chance(LABELLED)
        ? new Denomination(any(LABELS, random), "", true)
        : new Denomination("", any(UNITS, random), random.chance(IN_PRINT));
  }

  private static String any(List<String> words, SeededRandom random) {
    return words.get(random.range(0, words.size() - 1));
  }
}
