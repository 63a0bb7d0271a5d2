package dev.icrstreams.data;

import dev.icrstreams.field.Ink;
import java.util.List;

/**
 * Single digits with their labels.
 *
 * @param images ink rasters, all of one size
 * @param labels 0 to 9, as many as images
 */
public record DigitSet(List<Ink> images, byte[] labels) {
  /** Checks that there is one label an image. */
  public DigitSet {
    images = List.copyOf(images);
    if (images.size() != labels.length) {
      throw new IllegalArgumentException(images.size() + " images, " + labels.length + " labels");
    }
  }

  /** How many digits. */
  public int size() {
    return labels.length;
  }

  /** The first {@code limit} digits, or all of them if there are fewer. */
  public DigitSet first(int limit) {
    int n = Math.min(limit, size());
    return new DigitSet(images.subList(0, n), java.util.Arrays.copyOf(labels, n));
  }
}
