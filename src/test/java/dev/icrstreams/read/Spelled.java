package dev.icrstreams.read;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.Strip;
import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.read.columns.View;
import dev.icrstreams.segment.Lattice;
import dev.icrstreams.support.CleanFields;
import java.util.Arrays;
import java.util.List;

/** A sequence reader's columns that spell numbers, and fields of bars. */
public final class Spelled {
  private static final int CLASSES = 11;
  private static final int BLANK = 10;
  private static final int PIXELS_PER_COLUMN = 10;

  private Spelled() {}

  /** Two columns a digit: the second is blank. */
  public static Columns columns(float[][] digits) {
    float[][] logs = new float[2 * digits.length][];
    for (int i = 0; i < digits.length; i++) {
      logs[2 * i] = Arrays.copyOf(digits[i], CLASSES);
      logs[2 * i][BLANK] = (float) Math.log(1e-12);
      logs[2 * i + 1] = column(BLANK, 1 - 1e-12);
    }
    return new Columns(logs);
  }

  /** The same with every digit as likely as this. */
  public static Columns columns(String number, double probability) {
    float[][] digits = new float[number.length()][];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = Arrays.copyOf(column(number.charAt(i) - '0', probability), BLANK);
    }
    return columns(digits);
  }

  /** One class with that probability, the others alike. */
  public static float[] column(int label, double probability) {
    float[] column = new float[CLASSES];
    Arrays.fill(column, (float) Math.log((1 - probability) / (CLASSES - 1)));
    column[label] = (float) Math.log(probability);
    return column;
  }

  /** The only view of a field; its columns stand for ten pixels each. */
  static List<View> views(Columns columns) {
    return List.of(
        new View(
            new Strip(Strip.STRIDE, new float[Strip.HEIGHT * Strip.STRIDE], PIXELS_PER_COLUMN),
            columns));
  }

  /** A field with upright bars as ink. */
  static Segmentation field(Lattice lattice, int width, Box... bars) {
    return new Segmentation(CleanFields.of(ink(width, 40, bars), 3), lattice);
  }

  /** Ink in boxes, paper elsewhere. */
  static Ink ink(int width, int height, Box... boxes) {
    byte[] values = new byte[width * height];
    for (Box box : boxes) {
      for (int y = box.y(); y < box.bottom(); y++) {
        Arrays.fill(values, y * width + box.x(), y * width + box.right(), (byte) 255);
      }
    }
    return new Ink(width, height, values);
  }
}
