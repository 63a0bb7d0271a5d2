package dev.icrstreams.synth.scan;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.Arrays;
import java.util.List;

/** A field that was cut out beside its place: the image ends within the first or last digit. */
public final class Cropping {
  private static final double LEAST_LOST = 0.35;
  private static final double MOST_LOST = 0.8;

  private Cropping() {}

  /**
   * What is left of a picture.
   *
   * @param digits at least one, from left to right, in the picture's pixels
   */
  public static Picture draw(Picture picture, List<Box> digits, SeededRandom random) {
    boolean first = random.chance(0.5);
    double lost = random.between(LEAST_LOST, MOST_LOST);
    Box digit = digits.get(first ? 0 : digits.size() - 1);
    int left = first ? digit.x() + (int) (lost * digit.width()) : 0;
    int right = first ? picture.width() : digit.right() - (int) (lost * digit.width());
    int width = Math.max(1, right - left);
    float[][] channels = new float[picture.channels().length][width * picture.height()];
    for (int c = 0; c < channels.length; c++) {
      for (int y = 0; y < picture.height(); y++) {
        int from = y * picture.width() + left;
        float[] row = Arrays.copyOfRange(picture.channels()[c], from, from + width);
        System.arraycopy(row, 0, channels[c], y * width, width);
      }
    }
    return new Picture(width, picture.height(), channels);
  }
}
