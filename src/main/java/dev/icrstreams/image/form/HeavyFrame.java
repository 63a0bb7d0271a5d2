package dev.icrstreams.image.form;

import dev.icrstreams.field.Box;
import java.util.Collection;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One heavy frame around a whole field. It is far darker than what is written in it, so that pencil
 * falls below the threshold that it sets, and its corners are left as marks.
 *
 * @param inside what it encloses, in working pixels
 * @param outside the frame and what it encloses
 */
public record HeavyFrame(Box inside, Box outside) {
  /** Of the field's height, how thick each of its lines is at least. */
  private static final double THICK = 0.04;

  /** Of the field's height, how far from each other lines may end that meet. */
  private static final double REACH = 0.05;

  /** Of the field's height, how high a frame is at least. */
  private static final double LEAST = 0.35;

  /** How much wider than high a frame is at least: narrow ones may be angular zeros. */
  private static final double WIDER = 1.1;

  /** The blur of a line's edge, in working pixels. */
  private static final double BLUR = 2;

  /**
   * The frame that a field's outermost lines make; none where they do not meet, where one is thin,
   * or where an upright line between them divides it.
   *
   * @param level lines along the rows
   * @param upright lines along the columns
   * @param height the field's
   */
  static Optional<HeavyFrame> among(Collection<Rule> level, Collection<Rule> upright, int height) {
    if (level.isEmpty() || upright.isEmpty()) {
      return Optional.empty();
    }
    Comparator<Rule> place = Comparator.comparing(Rule::middle);
    Rule top = level.stream().min(place).orElseThrow();
    Rule bottom = level.stream().max(place).orElseThrow();
    Rule left = upright.stream().min(place).orElseThrow();
    Rule right = upright.stream().max(place).orElseThrow();
    DoubleSummaryStatistics thickness =
        Stream.of(top, bottom, left, right).collect(Collectors.summarizingDouble(Rule::thickness));
    double reach = thickness.getMax() + REACH * height;
    boolean meet =
        Stream.of(top, bottom)
                .allMatch(side -> spans(side, level, left.middle(), right.middle(), reach))
            && Stream.of(left, right)
                .allMatch(side -> spans(side, upright, top.middle(), bottom.middle(), reach));
    boolean divided =
        upright.stream()
            .filter(rule -> rule.middle() > left.middle() + reach)
            .filter(rule -> rule.middle() < right.middle() - reach)
            .anyMatch(rule -> spans(rule, upright, top.middle(), bottom.middle(), reach));
    double rows = bottom.middle() - top.middle();
    boolean roomy = rows > LEAST * height && right.middle() - left.middle() > WIDER * rows;
    if (!meet || divided || !roomy || thickness.getMin() < THICK * height) {
      return Optional.empty();
    }
    double half = thickness.getMax() / 2 + BLUR;
    return Optional.of(
        new HeavyFrame(box(left, top, right, bottom, half), box(left, top, right, bottom, -half)));
  }

  /** Whether a line, with its other pieces, goes from one place to another. */
  private static boolean spans(
      Rule line, Collection<Rule> all, double first, double last, double reach) {
    List<Rule> pieces =
        all.stream().filter(piece -> Math.abs(piece.middle() - line.middle()) <= reach).toList();
    return pieces.stream().mapToInt(Rule::from).min().orElseThrow() <= first + reach
        && pieces.stream().mapToInt(Rule::to).max().orElseThrow() >= last - reach;
  }

  /** The box between lines, so far from their middles. */
  private static Box box(Rule left, Rule top, Rule right, Rule bottom, double within) {
    int x = (int) Math.floor(left.middle() + within);
    int y = (int) Math.floor(top.middle() + within);
    return new Box(
        x,
        y,
        (int) Math.ceil(right.middle() - within) - x,
        (int) Math.ceil(bottom.middle() - within) - y);
  }
}
