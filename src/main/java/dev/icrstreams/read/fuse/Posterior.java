package dev.icrstreams.read.fuse;

import dev.icrstreams.constrain.NumberAutomaton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * What is believed of a field before and after its rules were heard. A rule is strong evidence, not
 * proof: people write numbers that break it, and readers find numbers where none are. So numbers
 * that break a rule stay in the reckoning, with the weight of {@link #BROKEN}: where the pixels say
 * clearly what is written, no rule makes another number certain. Immutable.
 *
 * @param satisfying numbers that satisfy the rules, likeliest first
 * @param breaking numbers that do not, likeliest first; none without rules
 * @param unnamed natural log of the mass of all numbers that neither reader named, as it counts
 * @param free the number that would be read without rules; empty if none
 */
public record Posterior(
    List<FusedNumber> satisfying, List<FusedNumber> breaking, double unnamed, String free) {
  /** How likely a number is to break its field's rules, before anything is seen of it. */
  static final double BROKEN = 0.01;

  /**
   * The least share of all mass that the best satisfying number must have to be called a reading;
   * below it nothing in the image speaks for it, and the rules would be making it up.
   */
  static final double LEAST_SHARE = 1e-4;

  /** What is believed of these numbers under an automaton's rules. */
  public static Posterior of(Fusion fusion, NumberAutomaton automaton) {
    List<FusedNumber> satisfying = new ArrayList<>();
    List<FusedNumber> breaking = new ArrayList<>();
    for (FusedNumber number : fusion.numbers()) {
      (automaton.accepts(number.number()) ? satisfying : breaking).add(number);
    }
    // nearly all numbers that nobody named break a rule too
    return new Posterior(
        List.copyOf(satisfying),
        List.copyOf(breaking),
        discounted(fusion.unnamed()),
        fusion.free());
  }

  /** What is believed without any rules. */
  public static Posterior without(Fusion fusion) {
    return new Posterior(fusion.numbers(), List.of(), fusion.unnamed(), fusion.free());
  }

  /** Whether some satisfying number is a reading of what is there. */
  public boolean isSatisfiable() {
    return !satisfying.isEmpty()
        && satisfying.get(0).score() - LogMath.sum(mass(satisfying), mass(breaking))
            >= Math.log(LEAST_SHARE);
  }

  /** Whether another number would be read without rules. */
  public boolean isChanged() {
    return !free.isEmpty() && !satisfying.isEmpty() && !satisfying.get(0).number().equals(free);
  }

  /** The best satisfying number against all others, breaking ones discounted, in nats. */
  public double logOdds() {
    double others = mass(satisfying.subList(1, satisfying.size()));
    return satisfying.get(0).score() - LogMath.sum(others, discounted(mass(breaking)), unnamed);
  }

  /**
   * How far the best satisfying number is before the next, in nats; infinite if there is none, 0 if
   * the best is impossible itself.
   */
  public double lead() {
    return lead(any -> true);
  }

  /** The same before the next with more digits. */
  public double leadOverLonger() {
    int digits = satisfying.get(0).number().length();
    return lead(other -> other.number().length() > digits);
  }

  private double lead(Predicate<FusedNumber> among) {
    DoubleStream satisfied =
        satisfying.stream().skip(1).filter(among).mapToDouble(FusedNumber::score);
    DoubleStream broken =
        breaking.stream().filter(among).mapToDouble(each -> discounted(each.score()));
    double next = DoubleStream.concat(satisfied, broken).max().orElse(Double.NEGATIVE_INFINITY);
    double best = satisfying.get(0).score();
    return best == next ? 0 : best - next;
  }

  /** A number's probability, 0 to 1. */
  public record Share(String number, double probability) {}

  /** All numbers with their discounted probabilities, likeliest first. */
  public List<Share> shares() {
    double all = LogMath.sum(mass(satisfying), discounted(mass(breaking)), unnamed);
    List<Share> shares = new ArrayList<>();
    satisfying.forEach(each -> shares.add(new Share(each.number(), Math.exp(each.score() - all))));
    breaking.forEach(
        each -> shares.add(new Share(each.number(), Math.exp(discounted(each.score()) - all))));
    shares.sort(
        Comparator.comparingDouble(Share::probability).reversed().thenComparing(Share::number));
    return shares;
  }

  private static double discounted(double logMass) {
    return logMass + Math.log(BROKEN) - Math.log1p(-BROKEN);
  }

  private static double mass(List<FusedNumber> numbers) {
    return LogMath.sum(numbers.stream().mapToDouble(FusedNumber::score).toArray());
  }
}
