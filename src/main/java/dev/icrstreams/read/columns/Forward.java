package dev.icrstreams.read.columns;

import static dev.icrstreams.read.columns.Columns.NEVER;
import static dev.icrstreams.read.columns.Columns.label;
import static dev.icrstreams.read.columns.Columns.logSum;
import static dev.icrstreams.read.columns.Columns.skips;

import java.util.ArrayList;
import java.util.List;

/**
 * The probabilities of numbers over one strip's columns, by the forward sums of A. Graves et al.
 * (2006). The sums of a number's first digits depend on these alone; so they are kept, state by
 * state, for the next number that begins alike. For one thread.
 */
public final class Forward {
  private final float[][] logs;

  /**
   * Of each state, the log of the sum of all ways to it: before the first column, and after each.
   */
  private final List<double[]> states = new ArrayList<>();

  private String last = "";

  Forward(float[][] logs) {
    this.logs = logs;
    states.add(sums(0, ""));
  }

  /** The natural log of a number's probability. */
  public double logProbability(String number) {
    int alike = 0;
    while (alike < Math.min(last.length(), number.length())
        && last.charAt(alike) == number.charAt(alike)) {
      alike++;
    }
    states.subList(2 * alike + 1, states.size()).clear();
    for (int state = 2 * alike + 1; state <= 2 * number.length(); state++) {
      states.add(sums(state, number));
    }
    last = number;
    double endingInBlank = states.get(states.size() - 1)[logs.length];
    return number.isEmpty()
        ? endingInBlank
        : logSum(endingInBlank, states.get(states.size() - 2)[logs.length]);
  }

  private double[] sums(int state, String number) {
    double[] sums = new double[logs.length + 1];
    double[] before = state > 0 ? states.get(state - 1) : null;
    double[] digitBefore = skips(state, number) ? states.get(state - 2) : null;
    int label = label(state, number);
    double now = state == 0 ? 0 : NEVER;
    sums[0] = now;
    for (int t = 0; t < logs.length; t++) {
      if (before != null) {
        now = logSum(now, before[t]);
      }
      if (digitBefore != null) {
        now = logSum(now, digitBefore[t]);
      }
      now += logs[t][label];
      sums[t + 1] = now;
    }
    return sums;
  }
}
