package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Rotation;
import dev.icrstreams.synth.writing.Placement;
import java.util.List;

/**
 * What of the paper a picture shows.
 *
 * @param left columns that the writing is moved to the right by, into the picture
 * @param top rows that it is moved down by
 * @param turn of the page about its middle
 */
record Crop(int left, int top, int width, int height, Rotation turn) {
  /** A digit of which more is missing can be another one. */
  private static final double MOST_HIDDEN = 0.12;

  /**
   * A picture around what is written or printed.
   *
   * @param size a digit's height, in which the margins are given
   * @param skew degrees the page is turned by, clockwise
   */
  static Crop of(Box content, Margins margins, double size, double skew) {
    // what a turn lifts out of the page at its ends
    double lift = Math.abs(StrictMath.sin(StrictMath.toRadians(skew))) * content.width() / 2;
    int left = (int) Math.round(size * margins.left()) - content.x();
    int top = (int) Math.round(size * margins.top() + lift) - content.y();
    int width = content.right() + left + (int) Math.round(size * margins.right());
    int height = content.bottom() + top + (int) Math.round(size * margins.bottom() + lift);
    width = Math.max(8, width);
    height = Math.max(8, height);
    return new Crop(left, top, width, height, new Rotation(skew, width, height));
  }

  /** Whether each of the digits, before they are moved, can be told from what is left of it. */
  boolean shows(List<Placement> digits) {
    return digits.stream()
        .allMatch(digit -> digit.moved(left, top).hidden(width, height, turn) <= MOST_HIDDEN);
  }

  Box moved(Box box) {
    return new Box(box.x() + left, box.y() + top, box.width(), box.height());
  }
}
