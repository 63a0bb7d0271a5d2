package dev.icrstreams.train.tune;

import java.util.ArrayList;
import java.util.List;

/**
 * How many trials get how many epochs. A random search (Bergstra and Bengio, "Random search for
 * hyper-parameter optimization", 2012) has one rung. Successive halving (Jamieson and Talwalkar,
 * "Non-stochastic best arm identification and hyperparameter optimization", 2016) begins with few
 * epochs for all and lets one of {@code keep} go on to {@code keep} times as many, until the last
 * rung has all epochs. What looks bad after few epochs may be best after many: Hyperband (Li et al.
 * 2018) therefore repeats it with different beginnings, of which the random search is the most
 * careful; here whoever starts the search chooses the beginning by {@code first}.
 *
 * @param rungs from the first to the last
 */
public record Rungs(List<Rung> rungs) {
  private static final double TINY = 1e-9;

  /**
   * One step of the ladder.
   *
   * @param trials how many are judged
   * @param epochs for how long each is trained
   */
  public record Rung(int trials, int epochs) {}

  /** Copies the list. */
  public Rungs {
    rungs = List.copyOf(rungs);
  }

  /** All trials with all epochs. */
  public static Rungs random(int trials, int epochs) {
    return new Rungs(List.of(new Rung(trials, epochs)));
  }

  /**
   * A ladder whose last rung has all epochs.
   *
   * @param first the fewest epochs that tell anything
   * @param keep one of so many goes on
   * @throws IllegalArgumentException if first is over the epochs, or keep below 2
   */
  public static Rungs halving(int trials, int epochs, int first, int keep) {
    if (first < 1 || first > epochs || keep < 2) {
      throw new IllegalArgumentException(
          String.format(
              "first epochs must be 1 to %d and are %d, one of at least 2 goes on, not of %d",
              epochs, first, keep));
    }
    List<Integer> budgets = new ArrayList<>();
    for (double budget = epochs; budget > first - TINY; budget /= keep) {
      budgets.add(0, (int) Math.round(budget));
    }
    List<Rung> rungs = new ArrayList<>();
    int left = trials;
    for (int budget : budgets) {
      rungs.add(new Rung(left, budget));
      left = Math.max(1, left / keep);
    }
    return new Rungs(rungs);
  }

  /** Epochs over all trials: what the search costs. */
  public long epochs() {
    return rungs.stream().mapToLong(rung -> (long) rung.trials() * rung.epochs()).sum();
  }
}
