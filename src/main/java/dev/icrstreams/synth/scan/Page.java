package dev.icrstreams.synth.scan;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.mark.Mark;
import dev.icrstreams.synth.raster.Plane;
import java.util.List;

/**
 * A field as it lies on the scanner's glass, turned as it was fed.
 *
 * @param ink what the pen drew
 * @param print what the printer printed, of the ink's size
 * @param ground how much of the paper its own pattern covers, of the ink's size
 * @param digits each digit's ink, in the number's order
 * @param marks what else was written
 */
public record Page(Plane ink, Plane print, Plane ground, List<Box> digits, List<Mark> marks) {
  int width() {
    return ink.width;
  }

  int height() {
    return ink.height;
  }
}
