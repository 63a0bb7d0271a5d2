package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import java.util.List;

/**
 * A synthetic scanned field with the truth about it.
 *
 * @param file a file name for it, with the extension of its format
 * @param number what is written; empty if it holds no number
 * @param image the image file's bytes; given away, not copied
 * @param digitBoxes each digit's ink in pixels of the image, from left to right
 * @param recipe how it was made
 */
public record LabelledField(
    String file, String number, byte[] image, List<Box> digitBoxes, Recipe recipe) {
  /** Copies the list. */
  public LabelledField {
    digitBoxes = List.copyOf(digitBoxes);
  }
}
