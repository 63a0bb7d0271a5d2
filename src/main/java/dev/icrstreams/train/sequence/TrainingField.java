package dev.icrstreams.train.sequence;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Strip;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.Cleaner;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.Strips;
import dev.icrstreams.image.TextRows;
import dev.icrstreams.image.plane.Plane;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A labelled field as training keeps it: its grey contrast in bytes, and where its digits stand.
 *
 * @param width columns at working resolution
 * @param contrast hundredths, row by row
 * @param digits the number, values 0 to 9; empty if the field holds none
 * @param left each digit's first column
 * @param right the column after its last
 * @param top the highest digit's first row
 * @param bottom the row after the lowest digit's last
 */
record TrainingField(
    int width,
    byte[] contrast,
    int[] digits,
    float[] left,
    float[] right,
    float top,
    float bottom) {
  private static final float LEVELS = 100;
  private static final double INNER = 0.35;

  /** The steepest slant that is added to a field, columns a row. */
  private static final double MAX_SHEAR = 0.2;

  /** Of the times that a strip is learned from, those in proportions of another kind. */
  private static final double OTHER_PROPORTIONS = 0.12;

  /** Logarithms of how many times as wide a strip is made. */
  private static final double USUAL_STRETCH = 0.17;

  private static final double MOST_SQUEEZED = -0.35;
  private static final double MOST_STRETCHED = 0.55;

  /** Of the times that a strip is learned from, those in which it is not sharp. */
  private static final double UNSHARP = 0.12;

  /** A field of which it is known where each digit stands. */
  static TrainingField of(GreyImage image, String number, List<Box> boxes, Cleaner cleaner) {
    Plane plane = cleaner.contrast(image);
    float scale = (float) plane.height() / image.height();
    byte[] contrast = bytes(plane);
    int[] digits = digits(number);
    float[] left = new float[digits.length];
    float[] right = new float[digits.length];
    float top = digits.length == 0 ? plane.height() * 0.2f : plane.height();
    float bottom = digits.length == 0 ? plane.height() * 0.8f : 0;
    for (int i = 0; i < digits.length; i++) {
      Box box = boxes.get(i);
      left[i] = box.x() * scale;
      right[i] = box.right() * scale;
      top = Math.min(top, box.y() * scale);
      bottom = Math.max(bottom, box.bottom() * scale);
    }
    return new TrainingField(plane.width(), contrast, digits, left, right, top, bottom);
  }

  /**
   * A field of which only the number is known: each digit may stand anywhere. The rows are those
   * that the service crops it to.
   */
  static TrainingField of(CleanField field, String number) {
    Plane plane = field.contrast();
    TextRows rows = TextRows.of(field);
    int[] digits = digits(number);
    float[] left = new float[digits.length];
    float[] right = new float[digits.length];
    // so wide that what is kept of a digit's box is all of the field
    Arrays.fill(left, -plane.width());
    Arrays.fill(right, 2 * plane.width());
    return new TrainingField(
        plane.width(), bytes(plane), digits, left, right, rows.top(), rows.bottom());
  }

  private static int[] digits(String number) {
    return number.chars().map(c -> c - '0').toArray();
  }

  private static byte[] bytes(Plane plane) {
    byte[] contrast = new byte[plane.values().length];
    for (int i = 0; i < contrast.length; i++) {
      contrast[i] = (byte) Math.round(LEVELS * Math.max(-0.6f, Math.min(1.2f, plane.values()[i])));
    }
    return contrast;
  }

  /** The same field in a hand of another slant; digits keep their middles. */
  TrainingField slanted(SplittableRandom random) {
    double shear = MAX_SHEAR * (random.nextDouble() + random.nextDouble() - 1);
    byte[] slanted = new byte[contrast.length];
    for (int y = 0; y < contrast.length / width; y++) {
      double shift = shear * (y - (top + bottom) / 2);
      int whole = (int) Math.floor(shift);
      double part = shift - whole;
      for (int x = 0; x < width; x++) {
        slanted[y * width + x] =
            (byte) Math.round((1 - part) * at(x + whole, y) + part * at(x + whole + 1, y));
      }
    }
    return new TrainingField(width, slanted, digits, left, right, top, bottom);
  }

  /** Beside the field there is paper. */
  private int at(int x, int y) {
    return x < 0 || x >= width ? 0 : contrast[y * width + x];
  }

  /**
   * A strip with the columns in which each digit may stand.
   *
   * @param first first column, one a digit
   * @param last last one
   */
  record Sample(Strip strip, int[] digits, int[] first, int[] last) {}

  /** The whole field with this margin above and below its digits, a share of their height. */
  Sample sample(double above, double below, double stretch) {
    return sample(plane(), above, below, stretch);
  }

  private Plane plane() {
    Plane plane = new Plane(width, contrast.length / width);
    for (int i = 0; i < contrast.length; i++) {
      plane.values()[i] = contrast[i] / LEVELS;
    }
    return plane;
  }

  private double digitHeight() {
    return Math.max(8, bottom - top);
  }

  private Sample sample(Plane plane, double above, double below, double stretch) {
    double height = digitHeight();
    Strip strip = Strips.of(plane, top - above * height, top + height + below * height, stretch);
    int[] first = new int[digits.length];
    int[] last = new int[digits.length];
    for (int i = 0; i < digits.length; i++) {
      double middle = (left[i] + right[i]) / 2 / strip.pixelsPerColumn() - 0.5;
      double reach = INNER * (right[i] - left[i]) / strip.pixelsPerColumn() + 0.5;
      first[i] = clamp((int) Math.ceil(middle - reach), strip.columns());
      last[i] = Math.max(first[i], clamp((int) Math.floor(middle + reach), strip.columns()));
    }
    return new Sample(strip, digits, first, last);
  }

  /** Hands differ a little in proportions, and scans whose pixels are not square by much. */
  private static double stretch(SplittableRandom random) {
    return Math.exp(
        random.nextDouble() < OTHER_PROPORTIONS
            ? MOST_SQUEEZED + (MOST_STRETCHED - MOST_SQUEEZED) * random.nextDouble()
            : USUAL_STRETCH * (random.nextDouble() + random.nextDouble() - 1));
  }

  private static int clamp(int column, int columns) {
    return Math.max(0, Math.min(columns - 1, column));
  }

  /** A strip with margins, proportions, sharpness and grey levels as they may come. */
  Sample augmented(SplittableRandom random) {
    Plane plane =
        random.nextDouble() < UNSHARP
            ? PoorOptics.applied(plane(), digitHeight(), random)
            : plane();
    double size = random.nextDouble() < 0.15 ? 1.0 : 0.45;
    Sample sample =
        sample(
            plane,
            -0.06 + size * random.nextDouble() * random.nextDouble() + 0.1 * random.nextDouble(),
            -0.06 + size * random.nextDouble() * random.nextDouble() + 0.1 * random.nextDouble(),
            stretch(random));
    float[] values = sample.strip().values();
    float gain = (float) (0.75 + 0.45 * random.nextDouble());
    float shift = (float) (0.06 * (random.nextDouble() - 0.5));
    float noise = random.nextDouble() < 0.4 ? (float) (0.25 * random.nextDouble()) : 0;
    for (int i = 0; i < values.length; i++) {
      float grain =
          noise == 0 ? 0 : noise * (float) (random.nextDouble() + random.nextDouble() - 1);
      values[i] = values[i] * gain + shift + grain;
    }
    return sample;
  }
}
