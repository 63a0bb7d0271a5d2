package dev.icrstreams.image.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ticks of a comb: short lines that stand on a rule, equally long and equally far apart.
 * Neither alone would do, since the feet of digits stand on rules as well.
 */
final class Ticks {
  private static final int FEWEST = 3;
  private static final double REACH = 0.04;
  private static final double SAME_LENGTH = 0.06;
  private static final double LEAST_PITCH = 0.3;
  private static final double SAME_PITCH = 0.12;

  private Ticks() {}

  /** The ticks among upright lines of a raster of {@code height} rows. */
  static List<Rule> among(List<Rule> upright, List<Rule> rows, int height) {
    List<Rule> standing = new ArrayList<>();
    for (Rule line : upright) {
      if (rows.stream().anyMatch(rule -> rule.passes(line.last(), line.to(), REACH * height))) {
        standing.add(line);
      }
    }
    standing.sort(Comparator.comparingDouble(Rule::last));
    List<Rule> best = List.of();
    for (Rule first : standing) {
      for (Rule second : standing) {
        double pitch = second.last() - first.last();
        if (pitch >= LEAST_PITCH * height) {
          List<Rule> row = row(standing, first, pitch, height);
          best = row.size() > best.size() ? row : best;
        }
      }
    }
    if (best.size() < FEWEST) {
      return pair(standing, rows, height);
    }
    List<Rule> all = new ArrayList<>(best);
    for (Rule line : standing) {
      boolean atEnd = rows.stream().anyMatch(rule -> isAtEnd(line, rule, REACH * height));
      if (atEnd && !best.contains(line) && isLike(best.get(0), line, height)) {
        all.add(line);
      }
    }
    return all;
  }

  /** The only ticks of a comb with one cell: a rule's two ends, bent upwards. */
  private static List<Rule> pair(List<Rule> standing, List<Rule> rows, int height) {
    double reach = REACH * height;
    for (Rule left : standing) {
      for (Rule right : standing) {
        boolean sameRule =
            rows.stream()
                .anyMatch(
                    rule ->
                        Math.abs(rule.from() - left.last()) <= reach + left.thickness()
                            && isAtEnd(right, rule, reach)
                            && right.last() - left.last() > 0.5 * rule.path().length);
        if (sameRule && isLike(left, right, height)) {
          return List.of(left, right);
        }
      }
    }
    return List.of();
  }

  private static boolean isAtEnd(Rule line, Rule rule, double reach) {
    double off = Math.min(Math.abs(rule.from() - line.last()), Math.abs(rule.to() - line.last()));
    return off <= reach + line.thickness();
  }

  private static boolean isLike(Rule tick, Rule line, int height) {
    return Math.abs(line.from() - tick.from()) <= SAME_LENGTH * height
        && Math.abs(line.thickness() - tick.thickness()) <= 1 + 0.3 * tick.thickness();
  }

  private static List<Rule> row(List<Rule> standing, Rule first, double pitch, int height) {
    List<Rule> row = new ArrayList<>();
    row.add(first);
    int missed = 0;
    for (double at = first.last() + pitch; missed < 2; at += pitch) {
      Rule next = null;
      for (Rule line : standing) {
        if (Math.abs(line.last() - at) <= SAME_PITCH * pitch
            && Math.abs(line.from() - first.from()) <= SAME_LENGTH * height) {
          next = line;
        }
      }
      missed = next == null ? missed + 1 : 0;
      if (next != null) {
        row.add(next);
        at = next.last();
      }
    }
    return row;
  }
}
