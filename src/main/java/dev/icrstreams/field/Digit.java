package dev.icrstreams.field;

import java.util.List;

/**
 * One digit of a reading.
 *
 * @param value 0 to 9
 * @param confidence the probability that it is right, 0 to 1
 * @param box where it stands, in pixels of the image file
 * @param alternatives other values, likeliest first
 */
public record Digit(int value, double confidence, Box box, List<Alternative> alternatives) {
  /** Copies the list. */
  public Digit {
    alternatives = List.copyOf(alternatives);
  }
}
