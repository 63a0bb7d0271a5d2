package dev.icrstreams.train.calibrate;

import java.util.List;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares) with a little ridge
 * for stability; deterministic.
 */
final class LogisticFit {
  private static final int ITERATIONS = 25;
  private static final double RIDGE = 1e-3;

  private LogisticFit() {}

  /**
   * The weights under which the labels are likeliest.
   *
   * @param inputs {@code [n][d]}
   * @param labels {@code [n]}
   * @return {@code [d]}
   */
  static double[] fit(List<double[]> inputs, List<Boolean> labels) {
    int d = inputs.get(0).length;
    double[] weights = new double[d];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[][] system = new double[d][d + 1];
      for (int k = 0; k < d; k++) {
        system[k][k] = RIDGE;
        system[k][d] = -RIDGE * weights[k];
      }
      for (int i = 0; i < inputs.size(); i++) {
        accumulate(system, inputs.get(i), labels.get(i), weights);
      }
      double[] step = solve(system);
      for (int k = 0; k < d; k++) {
        weights[k] += step[k];
      }
    }
    return weights;
  }

  private static void accumulate(double[][] system, double[] x, boolean label, double[] weights) {
    int d = x.length;
    double score = 0;
    for (int k = 0; k < d; k++) {
      score += weights[k] * x[k];
    }
    double p = 1 / (1 + Math.exp(-score));
    double curvature = Math.max(1e-6, p * (1 - p));
    for (int k = 0; k < d; k++) {
      for (int m = 0; m < d; m++) {
        system[k][m] += curvature * x[k] * x[m];
      }
      system[k][d] += x[k] * ((label ? 1 : 0) - p);
    }
  }

  /** Gauss's elimination with partial pivoting; the last column is the right-hand side. */
  private static double[] solve(double[][] system) {
    int d = system.length;
    for (int column = 0; column < d; column++) {
      int pivot = column;
      for (int row = column + 1; row < d; row++) {
        pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
      }
      double[] swap = system[pivot];
      system[pivot] = system[column];
      system[column] = swap;
      for (int row = 0; row < d; row++) {
        double factor = row == column ? 0 : system[row][column] / system[column][column];
        for (int k = column; k <= d; k++) {
          system[row][k] -= factor * system[column][k];
        }
      }
    }
    double[] solution = new double[d];
    for (int k = 0; k < d; k++) {
      solution[k] = system[k][d] / system[k][k];
    }
    return solution;
  }
}
