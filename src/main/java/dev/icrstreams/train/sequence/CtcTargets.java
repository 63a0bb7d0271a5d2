package dev.icrstreams.train.sequence;

import java.util.Arrays;

/**
 * What a strip's columns should say, given what they say now: the posterior of every class in every
 * column over all alignments of the number (A. Graves, S. Fernandez, F. Gomez and J. Schmidhuber,
 * "Connectionist temporal classification", 2006). Where each digit stands is known of synthetic
 * fields, so an alignment may place a digit in its own columns only. Stateless.
 */
final class CtcTargets {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private CtcTargets() {}

  /**
   * Targets of one strip.
   *
   * @param logs log-probabilities, {@code [columns * classes]} from {@code offset} on; the last
   *     class is the blank
   * @param digits the number, values 0 to 9
   * @param first first column in which a digit may stand, one a digit
   * @param last last one
   * @param targets is given the posteriors, laid out as {@code logs}
   * @return minus the logarithm of the number's probability in nats; NaN, with the targets left
   *     alone, if its digits do not fit into the columns
   */
  static double fill(
      float[] logs,
      int offset,
      int columns,
      int classes,
      int[] digits,
      int[] first,
      int[] last,
      float[] targets) {
    int blank = classes - 1;
    int states = 2 * digits.length + 1;
    double[][] forward = new double[columns][states];
    for (double[] row : forward) {
      Arrays.fill(row, NEVER);
    }
    for (int t = 0; t < columns; t++) {
      for (int s = 0; s < states; s++) {
        if (!allowed(s, t, first, last)) {
          continue;
        }
        double before;
        if (t == 0) {
          before = s < 2 ? 0 : NEVER;
        } else {
          before = forward[t - 1][s];
          if (s > 0) {
            before = logSum(before, forward[t - 1][s - 1]);
          }
          if (skips(s, digits)) {
            before = logSum(before, forward[t - 1][s - 2]);
          }
        }
        forward[t][s] = before + logs[offset + t * classes + label(s, digits, blank)];
      }
    }
    double total = forward[columns - 1][states - 1];
    if (states > 1) {
      total = logSum(total, forward[columns - 1][states - 2]);
    }
    if (total == NEVER) {
      return Double.NaN;
    }
    occupancy(forward, total, logs, offset, columns, classes, digits, first, last, targets);
    return -total;
  }

  private static void occupancy(
      double[][] forward,
      double total,
      float[] logs,
      int offset,
      int columns,
      int classes,
      int[] digits,
      int[] first,
      int[] last,
      float[] targets) {
    int blank = classes - 1;
    int states = 2 * digits.length + 1;
    Arrays.fill(targets, offset, offset + columns * classes, 0);
    double[] after = new double[states];
    for (int t = columns - 1; t >= 0; t--) {
      double[] backward = new double[states];
      for (int s = 0; s < states; s++) {
        if (!allowed(s, t, first, last)) {
          backward[s] = NEVER;
          continue;
        }
        if (t == columns - 1) {
          backward[s] = s >= states - 2 ? 0 : NEVER;
        } else {
          double sum = after[s];
          if (s + 1 < states) {
            sum = logSum(sum, after[s + 1]);
          }
          if (s + 2 < states && skips(s + 2, digits)) {
            sum = logSum(sum, after[s + 2]);
          }
          backward[s] = sum;
        }
        int label = label(s, digits, blank);
        double here = forward[t][s] + backward[s] - total;
        if (here > -50) {
          targets[offset + t * classes + label] += (float) Math.exp(here);
        }
      }
      for (int s = 0; s < states; s++) {
        after[s] =
            backward[s] == NEVER
                ? NEVER
                : backward[s] + logs[offset + t * classes + label(s, digits, blank)];
      }
    }
  }

  private static boolean allowed(int state, int column, int[] first, int[] last) {
    int digit = state / 2;
    if (state % 2 == 1) {
      return column >= first[digit] && column <= last[digit];
    }
    return (digit == 0 || column > first[digit - 1])
        && (digit == first.length || column < last[digit]);
  }

  /** Whether the blank before this state may be left out: between different digits. */
  private static boolean skips(int state, int[] digits) {
    return state % 2 == 1 && state > 1 && digits[state / 2] != digits[state / 2 - 1];
  }

  private static int label(int state, int[] digits, int blank) {
    return state % 2 == 0 ? blank : digits[state / 2];
  }

  private static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return high == NEVER ? NEVER : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }
}
