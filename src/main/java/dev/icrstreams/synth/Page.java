package dev.icrstreams.synth;

import java.util.List;

/**
 * A field as it lies on the scanner's glass.
 *
 * @param ink what the pen drew
 * @param print what the printer printed, of the ink's size
 * @param digits the number's digits, from left to right
 */
record Page(Plane ink, Plane print, List<Placement> digits) {
  int width() {
    return ink.width;
  }

  int height() {
    return ink.height;
  }
}
