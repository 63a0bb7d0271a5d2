package dev.icrstreams.field;

/**
 * A mark between digits that is no digit itself: 12.50 is not 1250.
 *
 * @param afterDigit how many digits stand before it
 * @param kind what it is
 * @param confidence the probability that it is that, 0 to 1
 */
public record Separator(int afterDigit, Kind kind, double confidence) {
  /** The kinds of separators. */
  public enum Kind {
    /** A decimal point or a thousands point. */
    POINT,
    /** A comma. */
    COMMA,
    /** A dash. */
    DASH,
    /** A gap much wider than the writer's others. */
    SPACE,
    /** Some other mark. */
    OTHER
  }
}
