package dev.icrstreams.read;

import dev.icrstreams.constrain.NumberAutomaton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is believed of a field before and after its rules were heard. A rule is strong evidence, not
 * proof: people write numbers that break it, and readers find numbers where none are. So numbers
 * that break a rule stay in the reckoning, with the weight of {@link #BROKEN}: where the pixels say
 * clearly what is written, no rule makes another number certain.
 *
 * @param satisfying numbers that satisfy the rules, likeliest first
 * @param breaking numbers that do not, likeliest first; none without rules
 */
record Posterior(List<Hypothesis> satisfying, List<Hypothesis> breaking) {
  /** How likely a number is to break its field's rules, before anything is seen of it. */
  static final double BROKEN = 0.01;

  /**
   * The least share of all mass that the best satisfying number must have to be called a reading;
   * below it nothing in the image speaks for it, and the rules would be making it up.
   */
  static final double LEAST_SHARE = 1e-4;

  /** The two n-best lists put together. */
  static Posterior of(
      List<Hypothesis> unconstrained, List<Hypothesis> satisfying, NumberAutomaton automaton) {
    return new Posterior(
        satisfying,
        unconstrained.stream().filter(number -> !automaton.accepts(number.number())).toList());
  }

  /** What is believed without any rules. */
  static Posterior without(List<Hypothesis> unconstrained) {
    return new Posterior(unconstrained, List.of());
  }

  /** Whether some satisfying number is a reading of what is there. */
  boolean isSatisfiable() {
    return !satisfying.isEmpty()
        && satisfying.get(0).logMass() - logSum(logMass(satisfying), logMass(breaking))
            >= Math.log(LEAST_SHARE);
  }

  /** Whether the likeliest number of all breaks a rule. */
  boolean isChanged() {
    return !breaking.isEmpty()
        && !satisfying.isEmpty()
        && breaking.get(0).logMass() > satisfying.get(0).logMass();
  }

  /** The share that satisfying numbers had of all mass before the rules were heard, 0 to 1. */
  double satisfyingShare() {
    double mass = logMass(satisfying);
    return Math.exp(mass - logSum(mass, logMass(breaking)));
  }

  /** The best satisfying number against the other satisfying ones, in nats. */
  double logOddsAmongSatisfying() {
    return satisfying.get(0).logMass() - logMass(satisfying.subList(1, satisfying.size()));
  }

  /** The best satisfying number against all others, breaking ones discounted, in nats. */
  double logOdds() {
    double others = logMass(satisfying.subList(1, satisfying.size()));
    return satisfying.get(0).logMass() - logSum(others, discounted(logMass(breaking)));
  }

  /**
   * A number's probability.
   *
   * @param number its text and its mass in logs
   */
  record Share(String number, double probability) {}

  /** All numbers with their discounted probabilities, likeliest first. */
  List<Share> shares() {
    double all = logSum(logMass(satisfying), discounted(logMass(breaking)));
    List<Share> shares = new ArrayList<>();
    satisfying.forEach(
        each -> shares.add(new Share(each.number(), Math.exp(each.logMass() - all))));
    breaking.forEach(
        each -> shares.add(new Share(each.number(), Math.exp(discounted(each.logMass()) - all))));
    shares.sort(
        Comparator.comparingDouble(Share::probability).reversed().thenComparing(Share::number));
    return shares;
  }

  private static double discounted(double logMass) {
    return logMass + Math.log(BROKEN) - Math.log1p(-BROKEN);
  }

  private static double logMass(List<Hypothesis> numbers) {
    double sum = Double.NEGATIVE_INFINITY;
    for (Hypothesis number : numbers) {
      sum = logSum(sum, number.logMass());
    }
    return sum;
  }

  static double logSum(double a, double b) {
    double high = Math.max(a, b);
    return high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }
}
