package dev.icrstreams.form.geometry;

import java.util.Optional;

/** Linear least squares by normal equations, for a handful of unknowns of like size. */
final class LeastSquares {
  private static final double SINGULAR = 1e-12;

  private LeastSquares() {}

  /**
   * What makes the sum of {@code (rows[i] . x - right[i])^2} least; empty if nothing alone does.
   */
  static Optional<double[]> solve(double[][] rows, double[] right) {
    int n = rows[0].length;
    double[][] matrix = new double[n][n + 1];
    for (int i = 0; i < rows.length; i++) {
      for (int r = 0; r < n; r++) {
        for (int c = 0; c < n; c++) {
          matrix[r][c] += rows[i][r] * rows[i][c];
        }
        matrix[r][n] += rows[i][r] * right[i];
      }
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int r = column + 1; r < n; r++) {
        pivot = Math.abs(matrix[r][column]) > Math.abs(matrix[pivot][column]) ? r : pivot;
      }
      if (Math.abs(matrix[pivot][column]) < SINGULAR) {
        return Optional.empty();
      }
      double[] swap = matrix[column];
      matrix[column] = matrix[pivot];
      matrix[pivot] = swap;
      for (int r = 0; r < n; r++) {
        if (r != column) {
          double factor = matrix[r][column] / matrix[column][column];
          for (int c = column; c <= n; c++) {
            matrix[r][c] -= factor * matrix[column][c];
          }
        }
      }
    }
    double[] solution = new double[n];
    for (int r = 0; r < n; r++) {
      solution[r] = matrix[r][n] / matrix[r][r];
    }
    return Optional.of(solution);
  }
}
