package dev.icrstreams.read.columns;

import dev.icrstreams.constrain.NumberAutomaton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One strip's columns: the probability of each digit and of the blank in each. A number's
 * probability is the sum over all ways to spread it over the columns, a digit over one or more of
 * them, with a blank at least between equal neighbours (A. Graves et al., 2006). Immutable.
 */
public final class Columns {
  private static final double NEVER = Double.NEGATIVE_INFINITY;
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

  private static final class Beginning {
    final int state;
    double endingInBlank = NEVER;
    double endingInDigit = NEVER;

    Beginning(int state) {
      this.state = state;
    }

    double total() {
      return logSum(endingInBlank, endingInDigit);
    }
  }

  /** The likeliest numbers, best first, by prefix beam search. */
  public List<ScoredNumber> likeliest(int beam) {
    return search(beam, NumberAutomaton.ANY).entrySet().stream()
        .map(entry -> new ScoredNumber(entry.getKey(), entry.getValue().total()))
        .sorted(
            Comparator.comparingDouble(ScoredNumber::logProbability)
                .reversed()
                .thenComparing(ScoredNumber::number))
        .toList();
  }

  /** Numbers that an automaton accepts, likely ones, in no order. */
  public List<String> likeliest(int beam, NumberAutomaton automaton) {
    return search(beam, automaton).entrySet().stream()
        .filter(entry -> automaton.accepts(entry.getValue().state))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Beginning> search(int beam, NumberAutomaton automaton) {
    Map<String, Beginning> reached = new HashMap<>();
    Beginning start = new Beginning(automaton.start());
    start.endingInBlank = 0;
    reached.put("", start);
    for (float[] column : logs) {
      Map<String, Beginning> next = new HashMap<>();
      for (Map.Entry<String, Beginning> entry : reached.entrySet()) {
        extend(entry.getKey(), entry.getValue(), column, automaton, next);
      }
      reached = best(next, beam);
    }
    return reached;
  }

  private static void extend(
      String prefix,
      Beginning from,
      float[] column,
      NumberAutomaton automaton,
      Map<String, Beginning> next) {
    Beginning same = next.computeIfAbsent(prefix, key -> new Beginning(from.state));
    double total = from.total();
    same.endingInBlank = logSum(same.endingInBlank, total + column[BLANK]);
    int last = prefix.isEmpty() ? -1 : prefix.charAt(prefix.length() - 1) - '0';
    if (last >= 0) {
      same.endingInDigit = logSum(same.endingInDigit, from.endingInDigit + column[last]);
    }
    for (int digit = 0; digit < BLANK; digit++) {
      double before = digit == last ? from.endingInBlank : total;
      int state = column[digit] < LEAST ? NumberAutomaton.DEAD : automaton.next(from.state, digit);
      if (before > NEVER && state != NumberAutomaton.DEAD) {
        Beginning longer = next.computeIfAbsent(prefix + digit, key -> new Beginning(state));
        longer.endingInDigit = logSum(longer.endingInDigit, before + column[digit]);
      }
    }
  }

  private static Map<String, Beginning> best(Map<String, Beginning> all, int beam) {
    if (all.size() <= beam) {
      return all;
    }
    Map<String, Beginning> kept = new HashMap<>();
    all.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Beginning> entry) -> entry.getValue().total())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(beam)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  /** The natural log of a number's probability. */
  public double logProbability(String number) {
    int states = 2 * number.length() + 1;
    double[] now = new double[states];
    java.util.Arrays.fill(now, NEVER);
    now[0] = 0;
    for (float[] column : logs) {
      double[] next = new double[states];
      for (int s = 0; s < states; s++) {
        double before = now[s];
        if (s > 0) {
          before = logSum(before, now[s - 1]);
        }
        if (skips(s, number)) {
          before = logSum(before, now[s - 2]);
        }
        next[s] = before + column[label(s, number)];
      }
      now = next;
    }
    return states == 1 ? now[0] : logSum(now[states - 1], now[states - 2]);
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
  private static boolean skips(int state, String number) {
    return state % 2 == 1 && state > 1 && number.charAt(state / 2) != number.charAt(state / 2 - 1);
  }

  private static int label(int state, String number) {
    return state % 2 == 0 ? BLANK : number.charAt(state / 2) - '0';
  }

  private static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return high == NEVER ? NEVER : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }
}
