package dev.icrstreams.evaluate;

/**
 * Where a figure lies with 95 % confidence.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
  /** A share's exact interval. */
  public static Interval of(Share share) {
    return new Interval(share.low(), share.high());
  }
}
