package dev.icrstreams.classify;

import dev.icrstreams.field.Ink;
import java.util.Arrays;

/**
 * Brings a digit of any size into the form the network reads, in MNIST's manner: the bounding box
 * of the ink is scaled into 20 x 20 pixels, its aspect ratio kept, and laid into 28 x 28 with its
 * centre of mass in the middle (LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied
 * to document recognition", 1998).
 *
 * <p>Training, evaluation and the service all use this class, MNIST's own images included: what the
 * network learned on is what it gets to read.
 *
 * <p>Shrinking averages over the area a target pixel covers and enlarging interpolates, in one step
 * with the shift to the centre, so that a stroke keeps its grey edges. Faint ink is brought to full
 * contrast. Safe for use by several threads.
 */
public final class DigitNormaliser {
  /** Rows and columns of a normalised digit. */
  public static final int SIZE = 28;

  /** Values of a normalised digit. */
  public static final int PIXELS = SIZE * SIZE;

  private static final int BOX = 20;

  /** Ink below this part of the darkest pixel is soft edge or noise and does not widen the box. */
  private static final double EDGE = 0.125;

  /** Contrast is raised at most so much: what is fainter is not pen. */
  private static final float MAX_GAIN = 4;

  /**
   * Normalises one digit.
   *
   * @return {@value #PIXELS} values row by row, 0 paper to 1 full ink; all 0 for a raster without
   *     ink
   */
  public float[] normalise(Ink ink) {
    float[] pixels = new float[PIXELS];
    normalise(ink, pixels, 0);
    return pixels;
  }

  /**
   * Normalises one digit into {@code target}, from {@code offset} on.
   *
   * @see #normalise(Ink)
   */
  public void normalise(Ink ink, float[] target, int offset) {
    Arrays.fill(target, offset, offset + PIXELS, 0f);
    Extent extent = Extent.of(ink, EDGE);
    if (extent == null) {
      return;
    }
    double scale = (double) BOX / Math.max(extent.width(), extent.height());
    double middle = SIZE / 2.0;
    Resampler columns = new Resampler(extent.left(), extent.right(), scale, middle, extent.massX());
    Resampler rows = new Resampler(extent.top(), extent.bottom(), scale, middle, extent.massY());
    resample(ink, extent, columns, rows, target, offset);
    raiseContrast(target, offset);
  }

  /** Separable: every row of the box is resampled across, then added to the rows it falls on. */
  private static void resample(
      Ink ink, Extent extent, Resampler columns, Resampler rows, float[] target, int offset) {
    float[] line = new float[SIZE];
    for (int y = extent.top(); y < extent.bottom(); y++) {
      Arrays.fill(line, 0f);
      for (int x = extent.left(); x < extent.right(); x++) {
        int value = ink.at(x, y);
        if (value != 0) {
          columns.spread(x, value / 255f, line);
        }
      }
      rows.spread(y, line, target, offset);
    }
  }

  private static void raiseContrast(float[] target, int offset) {
    float peak = 0;
    for (int i = offset; i < offset + PIXELS; i++) {
      peak = Math.max(peak, target[i]);
    }
    float gain = peak == 0 ? 1 : Math.min(MAX_GAIN, 1 / peak);
    for (int i = offset; i < offset + PIXELS; i++) {
      target[i] = Math.min(1, target[i] * gain);
    }
  }
}
