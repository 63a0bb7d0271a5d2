package dev.icrstreams.read.confidence;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Digit;
import dev.icrstreams.read.fuse.FusedNumber;
import dev.icrstreams.read.fuse.Posterior;
import dev.icrstreams.read.lattice.Geometry;
import dev.icrstreams.segment.Lattice;
import java.util.List;

/**
 * What speaks for or against a whole number, as numbers for a logistic model: the search's odds and
 * how well the digits stand together. One hand writes digits of one height on one line, with
 * similar gaps; box sides, punctuation and pieces of cut digits break that. Stateless, so threads
 * may share it.
 */
public final class Evidence {
  /** What each number that {@link #of} gives says, in their order. */
  public static final List<String> NAMES =
      List.of(
          "intercept",
          "log-odds against all other numbers",
          "lead over the next number",
          "lead over the next with more digits",
          "log-probability by the sequence reader",
          "the same in its worst view",
          "the same in its middle view",
          "share of the views that read it so",
          "how many views there are",
          "log of its share of the lattice",
          "whether the lattice reads it so",
          "log-odds of the weakest digit",
          "excess width of the widest digit",
          "lowest over highest digit",
          "… squared",
          "unevenness of the base line",
          "widest gap over the digits' height",
          "log of the number of digits",
          "share of the ink left out",
          "whether a stroke runs out of the image",
          "log-odds that the least likely digit is none",
          "mean probability that a digit is none",
          "share of the primitives left out");

  /** How many numbers {@link #of} gives. */
  public static final int LENGTH = NAMES.size();

  private static final double MOST_ODDS = 12;
  private static final double LEAST_ODDS = -5;
  private static final double LEAST_LOG = -10;

  private Evidence() {}

  /**
   * The evidence for a number.
   *
   * @param posterior what is believed of the field; the number is the best that satisfies it
   * @param digits at least one, from left to right
   * @param rejects what the class for no digit says about them
   * @param views in how many views the sequence reader looked
   * @return {@code [LENGTH]}; the first is 1, for the intercept
   */
  public static double[] of(
      Posterior posterior, List<Digit> digits, Rejects rejects, Lattice lattice, int views) {
    FusedNumber number = posterior.satisfying().get(0);
    double weakest = MOST_ODDS;
    double widest = 0;
    int lowest = Integer.MAX_VALUE;
    int highest = 0;
    int firstBottom = Integer.MAX_VALUE;
    int lastBottom = 0;
    for (Digit digit : digits) {
      Box box = digit.box();
      weakest = Math.min(weakest, logOdds(digit.confidence()));
      widest = Math.max(widest, Geometry.excessWidth(box));
      lowest = Math.min(lowest, box.height());
      highest = Math.max(highest, box.height());
      firstBottom = Math.min(firstBottom, box.bottom());
      lastBottom = Math.max(lastBottom, box.bottom());
    }
    double heights = (double) lowest / highest;
    return new double[] {
      1,
      clipped(posterior.logOdds(), LEAST_ODDS, MOST_ODDS),
      clipped(posterior.lead(), LEAST_ODDS, MOST_ODDS),
      clipped(posterior.leadOverLonger(), LEAST_ODDS, MOST_ODDS),
      clipped(number.sequence(), LEAST_LOG, 0),
      clipped(number.worstView(), LEAST_LOG, 0),
      clipped(number.middleView(), LEAST_LOG, 0),
      number.views(),
      views,
      number.lattice(),
      number.lead() ? 1 : 0,
      clipped(weakest, LEAST_ODDS, MOST_ODDS),
      clipped(widest, 0, 3),
      heights,
      heights * heights,
      clipped((double) (lastBottom - firstBottom) / highest, 0, 2),
      clipped(widestGap(digits) / highest, 0, 3),
      Math.log(digits.size()),
      lattice.leftOut(),
      lattice.crossesBorder() ? 1 : 0,
      clipped(rejects.worst(), -MOST_ODDS, MOST_ODDS),
      rejects.mean(),
      rejects.skipped()
    };
  }

  /** A probability as log-odds; certainty is cut off where a double ends. */
  public static double logOdds(double probability) {
    double p = clipped(probability, Double.MIN_NORMAL, Math.nextDown(1.0));
    return Math.log(p) - Math.log1p(-p);
  }

  private static double widestGap(List<Digit> digits) {
    double widest = 0;
    for (int i = 1; i < digits.size(); i++) {
      int gap = digits.get(i).box().x() - digits.get(i - 1).box().right();
      widest = Math.max(widest, gap);
    }
    return widest;
  }

  private static double clipped(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
