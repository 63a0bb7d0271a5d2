package dev.icrstreams.synth.style;

import dev.icrstreams.synth.raster.SeededRandom;

/**
 * How often each kind of hand writes a number; the shares need not add up to one. Immutable.
 *
 * @param digits share of numbers composed from scanned digits as they are
 * @param deformed share of those whose scanned digits are deformed
 * @param strokes share of those that are drawn stroke by stroke
 * @param freedom how far deformed and drawn digits leave the usual shapes; 1 is usual
 * @param leaning share of writers who lean further to the right than is usual, up to 35 degrees
 */
public record HandMix(
    double digits, double deformed, double strokes, double freedom, double leaning) {
  /** Mostly scanned digits; the rest are shapes that sets of digits lack. */
  public static final HandMix MIXED = new HandMix(0.45, 0.2, 0.35);

  /**
   * Freer than any that a network learnt from, and more of them leaning: what a reader's confidence
   * must stand.
   */
  public static final HandMix UNFAMILIAR = new HandMix(0.2, 0.4, 0.4, 1.6, 0.4);

  /** Hands of usual freedom and slant. */
  public HandMix(double digits, double deformed, double strokes) {
    this(digits, deformed, strokes, 1);
  }

  /** Hands of usual slant. */
  public HandMix(double digits, double deformed, double strokes, double freedom) {
    this(digits, deformed, strokes, freedom, 0);
  }

  /** Checks the shares. */
  public HandMix {
    if (!(digits >= 0 && deformed >= 0 && strokes >= 0 && digits + deformed + strokes > 0)
        || !(freedom >= 0)
        || !(leaning >= 0 && leaning <= 1)) {
      throw new IllegalArgumentException(
          "shares of hands: "
              + digits
              + ", "
              + deformed
              + ", "
              + strokes
              + "; freedom "
              + freedom
              + "; leaning "
              + leaning);
    }
  }

  /**
   * The mix that a command line names: {@code mixed}, {@code digits}, {@code deformed}, {@code
   * strokes} or {@code unfamiliar}.
   *
   * @throws IllegalArgumentException if the name is unknown; the message lists them
   */
  public static HandMix named(String name) {
    return switch (name) {
      case "mixed" -> MIXED;
      case "digits" -> new HandMix(1, 0, 0);
      case "deformed" -> new HandMix(0, 1, 0);
      case "strokes" -> new HandMix(0, 0, 1);
      case "unfamiliar" -> UNFAMILIAR;
      default ->
          throw new IllegalArgumentException(
              "no hand '" + name + "'; there are mixed, digits, deformed, strokes, unfamiliar");
    };
  }

  HandSource draw(SeededRandom random) {
    double at = random.uniform() * (digits + deformed + strokes);
    if (at < digits) {
      return HandSource.DIGITS;
    }
    return at < digits + deformed ? HandSource.DEFORMED : HandSource.STROKES;
  }
}
