package dev.icrstreams.read.lattice;

import dev.icrstreams.constrain.NumberAutomaton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * The numbers that paths to one node of a lattice spell, with the masses of these paths added up.
 * Thousands are added up for each that is kept: so those that differ in their last digit alone
 * stand in arrays together, and only what is kept becomes a {@link Hypothesis}. One search each.
 */
final class Beginnings {
  /** Beginnings kept at a node: far more than the numbers ever reported. */
  private static final int BEAM = 64;

  /**
   * The most states at a node for which the best beginning of each is kept too. Then the best
   * number is found for certain, for what may follow depends on the state alone. Where there are
   * more, nearly every beginning has a state of its own, and the beam decides.
   */
  private static final int STATES = 256;

  private static final Comparator<Hypothesis> LIKELIEST_FIRST =
      Comparator.comparingDouble(Hypothesis::logMass).reversed().thenComparing(Hypothesis::number);

  /** By what comes before the last digit. */
  private final Map<String, Longer> numbers = new HashMap<>();

  private int count;

  /** The numbers that are one digit longer than another, by that digit. */
  final class Longer {
    private final String shorter;
    private final int[] states = new int[10];
    private final boolean[] reached = new boolean[10];
    private final double[] mass = new double[10];
    private final double[] best = new double[10];
    private final int[] candidate = new int[10];
    private final Hypothesis[] previous = new Hypothesis[10];

    private Longer(String shorter) {
      this.shorter = shorter;
    }

    /**
     * Reaches one of them by taking a candidate for its last digit.
     *
     * @param state where that leads the automaton
     */
    void take(Hypothesis beginning, int digit, int state, double logProbability, int taken) {
      add(
          digit,
          state,
          beginning.logMass() + logProbability,
          beginning.logBest() + logProbability,
          taken,
          beginning);
    }

    /** The same number reached in two ways: the masses add up, the likelier path stays. */
    private void add(
        int digit, int state, double logMass, double logBest, int last, Hypothesis before) {
      boolean better = !reached[digit] || !(best[digit] >= logBest);
      if (reached[digit]) {
        double high = Math.max(mass[digit], logMass);
        double low = Math.min(mass[digit], logMass);
        mass[digit] = high + Math.log1p(Math.exp(low - high));
      } else {
        reached[digit] = true;
        states[digit] = state;
        mass[digit] = logMass;
        count++;
      }
      if (better) {
        best[digit] = logBest;
        candidate[digit] = last;
        previous[digit] = before;
      }
    }

    private Hypothesis hypothesis(int digit) {
      String number = shorter == null ? "" : shorter + digit;
      return new Hypothesis(
          number, states[digit], mass[digit], best[digit], candidate[digit], previous[digit]);
    }
  }

  /** Begins a search: no digit yet. */
  void start(int state) {
    skip(Hypothesis.start(state), 0);
  }

  /** The numbers that are one digit longer than another. */
  Longer longer(String shorter) {
    return numbers.computeIfAbsent(shorter, Longer::new);
  }

  /** Reaches a beginning's own number by leaving out ink after it. */
  void skip(Hypothesis beginning, double cost) {
    String number = beginning.number();
    int end = number.length() - 1;
    longer(end < 0 ? null : number.substring(0, end))
        .add(
            end < 0 ? 0 : number.charAt(end) - '0',
            beginning.state(),
            beginning.logMass() - cost,
            beginning.logBest() - cost,
            beginning.candidate(),
            beginning.previous());
  }

  /** The likeliest, and of few states the likeliest of each, best first. */
  List<Hypothesis> best(NumberAutomaton automaton) {
    double least = count > BEAM ? endOfBeam() : Double.NEGATIVE_INFINITY;
    List<Hypothesis> kept = new ArrayList<>();
    forEach(
        (longer, digit) -> {
          if (longer.mass[digit] >= least) {
            kept.add(longer.hypothesis(digit));
          }
        });
    kept.sort(LIKELIEST_FIRST);
    if (kept.size() > BEAM) {
      kept.subList(BEAM, kept.size()).clear();
    }
    // all numbers lead to the one state of what allows every number
    if (count > BEAM && automaton != NumberAutomaton.ANY) {
      addBestOfStates(kept);
    }
    return kept;
  }

  private void addBestOfStates(List<Hypothesis> kept) {
    Map<Integer, Hypothesis> ofState = new HashMap<>();
    forEach(
        (longer, digit) -> {
          Hypothesis known = ofState.get(longer.states[digit]);
          if (known == null || longer.mass[digit] >= known.logMass()) {
            Hypothesis another = longer.hypothesis(digit);
            if (known == null || LIKELIEST_FIRST.compare(another, known) < 0) {
              ofState.put(another.state(), another);
            }
          }
        });
    if (ofState.size() <= STATES) {
      Hypothesis last = kept.get(kept.size() - 1);
      ofState.values().stream()
          .filter(each -> LIKELIEST_FIRST.compare(each, last) > 0)
          .forEach(kept::add);
      kept.sort(LIKELIEST_FIRST);
    }
  }

  /** The mass of the last number that finds a place in the beam. */
  private double endOfBeam() {
    double[] highest = new double[BEAM];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    forEach(
        (longer, digit) -> {
          double mass = longer.mass[digit];
          if (mass > highest[0]) {
            int place = 1;
            while (place < BEAM && highest[place] < mass) {
              place++;
            }
            System.arraycopy(highest, 1, highest, 0, place - 1);
            highest[place - 1] = mass;
          }
        });
    return highest[0];
  }

  private void forEach(ObjIntConsumer<Longer> seen) {
    for (Longer longer : numbers.values()) {
      for (int digit = 0; digit < 10; digit++) {
        if (longer.reached[digit]) {
          seen.accept(longer, digit);
        }
      }
    }
  }
}
