package dev.icrstreams.image.clean;

import dev.icrstreams.image.form.Rule;
import dev.icrstreams.image.form.RuleFinder;
import dev.icrstreams.image.ink.Runs;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.image.plane.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far a field was turned, by its printed rules: the slope that most of their length agrees on.
 * Where nothing is printed the field stays as it is: a hand's own slope is no skew.
 */
public final class Skew {
  private static final double MAX_SLOPE = 0.1;
  private static final double WORTH_IT = 0.004;
  private static final double SAME = 0.012;
  private static final double AGREED = 0.6;
  private static final double PIECE = 0.33;
  private static final double RULE = 0.9;
  private static final double ENOUGH = 2.0;

  private Skew() {}

  /**
   * The turn that levels a field's rules; none where they are level or there are none.
   *
   * @param columns the runs down the columns of its ink
   */
  public static Turn of(Runs columns) {
    int width = columns.lines();
    int height = columns.length();
    RuleFinder finder =
        new RuleFinder((int) (PIECE * height), 0.11 * height, MAX_SLOPE, 0.01 * height, height / 8);
    List<Rule> rules = new ArrayList<>(finder.find(columns));
    rules.sort(Comparator.comparingDouble(Rule::slope));
    double all = rules.stream().mapToDouble(rule -> weight(rule)).sum();
    double passed = 0;
    double slope = 0;
    for (Rule rule : rules) {
      passed += weight(rule);
      if (passed >= all / 2) {
        slope = rule.slope();
        break;
      }
    }
    double agreed = 0;
    double mean = 0;
    double length = 0;
    int longest = 0;
    for (Rule rule : rules) {
      if (Math.abs(rule.slope() - slope) <= SAME) {
        agreed += weight(rule);
        mean += weight(rule) * rule.slope();
        length += rule.path().length;
        longest = Math.max(longest, rule.path().length);
      }
    }
    boolean printed = longest >= RULE * height || length >= ENOUGH * height;
    boolean skewed = printed && agreed >= AGREED * all && Math.abs(mean / agreed) >= WORTH_IT;
    return skewed ? Turn.levelling(mean / agreed, width, height) : Turn.none(width, height);
  }

  private static double weight(Rule rule) {
    return Math.pow(rule.path().length, 2);
  }

  /**
   * Cuts the frame of a turn down to the rows that the field had, or to its ink where it needs
   * more.
   */
  public static Turn fitted(Turn turn, Plane turned, float ink) {
    int first = -turn.top();
    int last = first + turn.fromHeight();
    for (int y = 0; y < turned.height(); y++) {
      int pixels = 0;
      for (int x = 0; x < turned.width(); x++) {
        pixels += turned.values()[y * turned.width() + x] >= ink ? 1 : 0;
      }
      if (pixels >= 3) {
        first = Math.min(first, Math.max(0, y - 2));
        last = Math.max(last, Math.min(turned.height(), y + 3));
      }
    }
    return turn.framed(first, last);
  }
}
