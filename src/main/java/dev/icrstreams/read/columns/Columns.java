package dev.icrstreams.read.columns;

import dev.icrstreams.constrain.NumberAutomaton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One strip's columns: the probability of each digit and of the blank in each. A number's
 * probability is the sum over all ways to spread it over the columns, a digit over one or more of
 * them, with a blank at least between equal neighbours (A. Graves et al., 2006). Immutable.
 */
public final class Columns {
  /** The logarithm of the probability of what cannot be. */
  static final double NEVER = Double.NEGATIVE_INFINITY;

  private static final int BLANK = 10;

  /** A digit less likely in a column than this, in nats, is not followed there. */
  private static final double LEAST = -7;

  private final float[][] logs;

  /**
   * Takes the network's output.
   *
   * @param logs {@code [columns][11]}, natural-log probabilities, the blank last; not copied
   */
  public Columns(float[][] logs) {
    this.logs = logs;
  }

  /** How many columns. */
  public int count() {
    return logs.length;
  }

  /** Log-probability of a digit (10: the blank) in a column. */
  public double at(int column, int digit) {
    return logs[column][digit];
  }

  /**
   * A number and its probability.
   *
   * @param number its digits; empty for a field without any
   * @param logProbability natural log
   */
  public record ScoredNumber(String number, double logProbability) {}

  /** The likeliest numbers, best first, by prefix beam search. */
  public List<ScoredNumber> likeliest(int beam) {
    return search(beam, NumberAutomaton.ANY).stream()
        .map(each -> new ScoredNumber(each.number(), each.total()))
        .sorted(
            Comparator.comparingDouble(ScoredNumber::logProbability)
                .reversed()
                .thenComparing(ScoredNumber::number))
        .toList();
  }

  /** The number along each column's likeliest class: likely, and cheap to find. */
  public String guess() {
    StringBuilder number = new StringBuilder();
    int before = BLANK;
    for (float[] column : logs) {
      int best = BLANK;
      for (int digit = 0; digit < BLANK; digit++) {
        best = column[digit] > column[best] ? digit : best;
      }
      if (best != BLANK && best != before) {
        number.append(best);
      }
      before = best;
    }
    return number.toString();
  }

  /** Numbers that an automaton accepts, likely ones, in no order. */
  public List<String> likeliest(int beam, NumberAutomaton automaton) {
    return search(beam, automaton).stream()
        .filter(each -> automaton.accepts(each.state()))
        .map(Beginning::number)
        .toList();
  }

  private List<Beginning> search(int beam, NumberAutomaton automaton) {
    List<Beginning> reached = List.of(Beginning.start(automaton.start()));
    for (float[] column : logs) {
      List<Beginning> next = new ArrayList<>();
      for (Beginning beginning : reached) {
        extend(beginning, column, automaton, next);
      }
      next.forEach(Beginning::settle);
      if (next.size() > beam) {
        next.sort(Beginning.LIKELIEST_FIRST);
        next.subList(beam, next.size()).clear();
      }
      reached = next;
    }
    return reached;
  }

  private static void extend(
      Beginning from, float[] column, NumberAutomaton automaton, List<Beginning> next) {
    from.stay(column[BLANK], from.last() < 0 ? NEVER : column[from.last()], next);
    for (int digit = 0; digit < BLANK; digit++) {
      Beginning longer = column[digit] < LEAST ? null : from.longer(digit, automaton);
      double before = digit == from.last() ? from.endingInBlank() : from.total();
      if (longer != null && before > NEVER) {
        longer.grow(before + column[digit], next);
      }
    }
  }

  /** The natural log of a number's probability. */
  public double logProbability(String number) {
    return forward().logProbability(number);
  }

  /** For the probabilities of several numbers: alike ones, one after the other, cost less. */
  public Forward forward() {
    return new Forward(logs);
  }

  /**
   * Where a number's digits stand on its likeliest way through the columns.
   *
   * @return the middle of each digit's likeliest columns, from left to right; empty if the number
   *     does not fit into the columns
   */
  public List<Double> positions(String number) {
    int states = 2 * number.length() + 1;
    double[] now = new double[states];
    java.util.Arrays.fill(now, NEVER);
    int[][] cameFrom = new int[logs.length][states];
    for (int t = 0; t < logs.length; t++) {
      double[] next = new double[states];
      for (int s = 0; s < states; s++) {
        int best = s;
        double before = t == 0 ? (s < 2 ? 0 : NEVER) : now[s];
        if (t > 0 && s > 0 && now[s - 1] > before) {
          best = s - 1;
          before = now[s - 1];
        }
        if (t > 0 && skips(s, number) && now[s - 2] > before) {
          best = s - 2;
          before = now[s - 2];
        }
        cameFrom[t][s] = best;
        next[s] = before + logs[t][label(s, number)];
      }
      now = next;
    }
    int state = states > 1 && now[states - 2] > now[states - 1] ? states - 2 : states - 1;
    if (now[state] == NEVER) {
      return List.of();
    }
    double[] sum = new double[number.length()];
    double[] weight = new double[number.length()];
    for (int t = logs.length - 1; t >= 0; t--) {
      if (state % 2 == 1) {
        double share = Math.exp(logs[t][label(state, number)]) + 1e-9;
        sum[state / 2] += share * t;
        weight[state / 2] += share;
      }
      state = cameFrom[t][state];
    }
    List<Double> middles = new ArrayList<>();
    for (int i = 0; i < sum.length; i++) {
      middles.add(sum[i] / weight[i]);
    }
    return middles;
  }

  /** Whether the blank before this state may be left out: between different digits. */
  static boolean skips(int state, String number) {
    return state % 2 == 1 && state > 1 && number.charAt(state / 2) != number.charAt(state / 2 - 1);
  }

  /** The digit, or the blank, that a state stands for: digits at odd states, blanks around them. */
  static int label(int state, String number) {
    return state % 2 == 0 ? BLANK : number.charAt(state / 2) - '0';
  }

  /** The logarithm of the sum of what two are logarithms of. */
  static double logSum(double a, double b) {
    double high = Math.max(a, b);
    double low = Math.min(a, b);
    if (low == NEVER) {
      return high;
    }
    double share = Math.exp(low - high);
    double most = high + share;
    // most sums add to a number what rounding takes away again: they go without the slow logarithm
    return most == high ? high : high + Math.log1p(share);
  }
}
