package dev.icrstreams.segment;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.LineView;
import dev.icrstreams.segment.piece.Part;
import java.util.List;

/**
 * The line of writing, reduced so that its digits are {@link LineView#DIGIT} rows high: every
 * candidate's view is cut out of it. A reduced pixel is the mean of the pixels that fall on it.
 */
final class Line {
  private static final double TALL = 0.8;

  private final double scale;
  private final int firstRow;
  private final int columns;
  private final int[] rowsOn = new int[LineView.SIZE];
  private final int[] columnsOn;

  /** The reduced column that each column of the field falls on. */
  private final int[] reduced;

  private final int[] ink;

  /**
   * @param reference the digits' usual height in working pixels
   */
  Line(Ink field, List<Part> parts, double reference) {
    scale = Math.min(1, LineView.DIGIT / reference);
    firstRow = (int) Math.round(middle(parts, reference) * scale) - LineView.SIZE / 2;
    reduced = new int[field.width()];
    for (int x = 0; x < reduced.length; x++) {
      reduced[x] = (int) (x * scale);
    }
    columns = reduced[reduced.length - 1] + 1;
    columnsOn = new int[columns];
    ink = new int[LineView.SIZE * columns];
    for (int x = 0; x < field.width(); x++) {
      columnsOn[reduced[x]]++;
    }
    for (int y = 0; y < field.height(); y++) {
      int row = row(y);
      if (row < 0 || row >= LineView.SIZE) {
        continue;
      }
      rowsOn[row]++;
      for (int x = 0; x < field.width(); x++) {
        int value = field.at(x, y);
        // nearly everything is paper, which adds nothing
        if (value != 0) {
          ink[row * columns + reduced[x]] += value;
        }
      }
    }
  }

  /** The line around a candidate, its own ink told from the rest. */
  LineView around(Box box, Ink own) {
    int first = (int) Math.round((box.x() + box.width() / 2.0) * scale) - LineView.SIZE / 2;
    int[] sums = new int[LineView.SIZE * LineView.SIZE];
    for (int y = 0; y < own.height(); y++) {
      int row = row(box.y() + y);
      if (row < 0 || row >= LineView.SIZE) {
        continue;
      }
      for (int x = 0; x < own.width(); x++) {
        int value = own.at(x, y);
        if (value == 0) {
          continue;
        }
        int column = reduced[box.x() + x] - first;
        if (column >= 0 && column < LineView.SIZE) {
          sums[row * LineView.SIZE + column] += value;
        }
      }
    }
    byte[] values = new byte[sums.length];
    for (int row = 0; row < LineView.SIZE; row++) {
      for (int column = 0; column < LineView.SIZE; column++) {
        int from = first + column;
        if (from >= 0 && from < columns && rowsOn[row] > 0) {
          int at = row * LineView.SIZE + column;
          int balance = 2 * sums[at] - ink[row * columns + from];
          values[at] = (byte) (balance / (2 * rowsOn[row] * columnsOn[from] + 1));
        }
      }
    }
    return new LineView(values);
  }

  private int row(int y) {
    return (int) (y * scale) - firstRow;
  }

  /** The row half-way down the usual digit. */
  private static double middle(List<Part> parts, double reference) {
    double[] middles =
        parts.stream()
            .filter(part -> part.box().height() >= TALL * reference)
            .mapToDouble(part -> part.box().y() + part.box().height() / 2.0)
            .sorted()
            .toArray();
    return middles[middles.length / 2];
  }
}
