package dev.icrstreams.image.plane;

/**
 * Means of values and of their squares over square windows, cut off at the borders, row by row from
 * the top: sums that run down the columns and along the row.
 *
 * <p>For values from 0.25 to 1 alone. As floats these are multiples of 2<sup>-25</sup>, their
 * squares of 2<sup>-27</sup>, and the sums of 2<sup>26</sup> of them fit into a double without
 * rounding: so what is added may be taken away again, and no order of adding gives another result.
 */
public final class WindowSums {
  private final Plane plane;
  private final int radius;
  private final double[] columns;
  private final double[] columnSquares;

  /** Sums of the values left of each column, in the present rows. */
  private final double[] sums;

  private final double[] squares;
  private int top;
  private int bottom;
  private int y = -1;

  /** Sums over {@code radius} pixels to all sides of a pixel; no row is summed up yet. */
  public WindowSums(Plane plane, int radius) {
    this.plane = plane;
    this.radius = radius;
    columns = new double[plane.width()];
    columnSquares = new double[plane.width()];
    sums = new double[plane.width() + 1];
    squares = new double[plane.width() + 1];
  }

  /** Goes on to the next row. */
  public void next() {
    y++;
    while (bottom < Math.min(plane.height(), y + radius + 1)) {
      add(bottom++, 1);
    }
    while (top < y - radius) {
      add(top++, -1);
    }
    double sum = 0;
    double square = 0;
    for (int x = 0; x < columns.length; x++) {
      sum += columns[x];
      square += columnSquares[x];
      sums[x + 1] = sum;
      squares[x + 1] = square;
    }
  }

  private void add(int row, float sign) {
    int from = row * plane.width();
    for (int x = 0; x < columns.length; x++) {
      float value = plane.values()[from + x];
      columns[x] += sign * value;
      columnSquares[x] += sign * (value * value);
    }
  }

  /** The mean around a pixel of this row. */
  public double mean(int x) {
    return mean(sums, x);
  }

  /** The mean of the squares around a pixel of this row. */
  public double meanSquare(int x) {
    return mean(squares, x);
  }

  private double mean(double[] of, int x) {
    int left = Math.max(0, x - radius);
    int right = Math.min(columns.length, x + radius + 1);
    return (of[right] - of[left]) / ((right - left) * (bottom - top));
  }
}
