package dev.icrstreams.read.fuse;

/** Sums of probabilities that are known by their logarithms. Stateless. */
public final class LogMath {
  private LogMath() {}

  /** The logarithm of the sum of what these are logarithms of; minus infinity for nothing. */
  public static double sum(double... logs) {
    double high = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      high = Math.max(high, log);
    }
    if (high == Double.NEGATIVE_INFINITY) {
      return high;
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - high);
    }
    return high + Math.log(sum);
  }

  /** Log-probabilities made softer (above 1) or sharper (below) and to sum to one again. */
  public static double[] tempered(float[] logs, double temperature) {
    double[] changed = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      changed[i] = logs[i] / temperature;
    }
    double sum = sum(changed);
    for (int i = 0; i < changed.length; i++) {
      changed[i] -= sum;
    }
    return changed;
  }
}
