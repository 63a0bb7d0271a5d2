package dev.icrstreams.train.calibrate;

import java.util.List;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares); deterministic.
 * Weights of inputs that were brought to the same spread are held small by a ridge, so that one
 * that hardly varies, or that others say as well, does not get a large one.
 */
final class LogisticFit {
  private static final int ITERATIONS = 25;
  private static final double RIDGE = 10;

  /** For the intercept, which the ridge leaves alone, to keep the system solvable. */
  private static final double LEAST_RIDGE = 1e-9;

  private LogisticFit() {}

  /**
   * The weights under which the labels are likeliest.
   *
   * @param inputs {@code [n][d]}; the first of each is 1, for the intercept
   * @param labels {@code [n]}
   * @return {@code [d]}
   */
  static double[] fit(List<double[]> inputs, List<Boolean> labels) {
    int d = inputs.get(0).length;
    double[] means = new double[d];
    double[] spreads = new double[d];
    spread(inputs, means, spreads);
    List<double[]> even = inputs.stream().map(each -> even(each, means, spreads)).toList();
    double[] weights = newton(even, labels);
    for (int k = 1; k < d; k++) {
      weights[k] /= spreads[k];
      weights[0] -= weights[k] * means[k];
    }
    return weights;
  }

  /** Mean and standard deviation of each input but the first. */
  private static void spread(List<double[]> inputs, double[] means, double[] spreads) {
    spreads[0] = 1;
    for (int k = 1; k < means.length; k++) {
      int column = k;
      means[k] = inputs.stream().mapToDouble(each -> each[column]).average().orElseThrow();
      double mean = means[k];
      double square =
          inputs.stream()
              .mapToDouble(each -> (each[column] - mean) * (each[column] - mean))
              .average()
              .orElseThrow();
      spreads[k] = square > 0 ? Math.sqrt(square) : 1;
    }
  }

  private static double[] even(double[] input, double[] means, double[] spreads) {
    double[] even = new double[input.length];
    for (int k = 0; k < even.length; k++) {
      even[k] = (input[k] - means[k]) / spreads[k];
    }
    return even;
  }

  private static double[] newton(List<double[]> inputs, List<Boolean> labels) {
    int d = inputs.get(0).length;
    double[] weights = new double[d];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[][] system = new double[d][d + 1];
      for (int k = 0; k < d; k++) {
        double ridge = k == 0 ? LEAST_RIDGE : RIDGE;
        system[k][k] = ridge;
        system[k][d] = -ridge * weights[k];
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
