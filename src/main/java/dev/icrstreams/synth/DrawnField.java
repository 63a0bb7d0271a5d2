package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.synth.mark.Mark;
import java.util.List;

/**
 * A synthetic field as a reader sees it once its file is decoded, with the truth about it. What
 * lossy formats do to pixels has been done to these.
 *
 * @param image the pixels; given away, not copied
 * @param number what is written; empty if it holds no number
 * @param digitBoxes each digit's ink in pixels of the image, in the number's order
 * @param marks what else the pen or the printer put into the number
 * @param recipe how it was made
 */
public record DrawnField(
    GreyImage image, String number, List<Box> digitBoxes, List<Mark> marks, Recipe recipe) {
  /** Copies the lists. */
  public DrawnField {
    digitBoxes = List.copyOf(digitBoxes);
    marks = List.copyOf(marks);
  }
}
