package dev.icrstreams.synth;

/**
 * How often each kind of hand writes a number; the shares need not add up to one. Immutable.
 *
 * @param digits share of numbers composed from scanned digits as they are
 * @param deformed share of those whose scanned digits are deformed
 * @param strokes share of those that are drawn stroke by stroke
 */
public record HandMix(double digits, double deformed, double strokes) {
  /** Mostly scanned digits; the rest are shapes that sets of digits lack. */
  public static final HandMix MIXED = new HandMix(0.45, 0.2, 0.35);

  /** Checks the shares. */
  public HandMix {
    if (!(digits >= 0 && deformed >= 0 && strokes >= 0 && digits + deformed + strokes > 0)) {
      throw new IllegalArgumentException(
          "shares of hands: " + digits + ", " + deformed + ", " + strokes);
    }
  }

  /**
   * The mix that a command line names: {@code mixed}, {@code digits}, {@code deformed} or {@code
   * strokes}.
   *
   * @throws IllegalArgumentException if the name is unknown; the message lists them
   */
  public static HandMix named(String name) {
    return switch (name) {
      case "mixed" -> MIXED;
      case "digits" -> new HandMix(1, 0, 0);
      case "deformed" -> new HandMix(0, 1, 0);
      case "strokes" -> new HandMix(0, 0, 1);
      default ->
          throw new IllegalArgumentException(
              "no hand '" + name + "'; there are mixed, digits, deformed, strokes");
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
