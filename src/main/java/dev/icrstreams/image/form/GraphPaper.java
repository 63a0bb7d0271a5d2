package dev.icrstreams.image.form;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The upright lines of graph paper: from border to border, alike, equally far apart all over the
 * field, and crossed by level ones. Neither alone would do, since in a tight crop a 1 goes from
 * border to border too.
 */
final class GraphPaper {
  private static final int FEWEST = 3;

  /** Of the places where a line should be, those where one is. */
  private static final double LEAST_SHARE = 0.6;

  /** Of how many lines from the left, and to which after each, distances are tried as the pitch. */
  private static final int FIRST = 10;

  private static final int NEXT = 10;

  private static final double LEAST_PITCH = 0.08;
  private static final double BORDER = 0.03;

  /** How far inside the field a level line crosses, and how much of its width it takes. */
  private static final double INSIDE = 0.1;

  private static final double ACROSS = 0.9;
  private static final double SAME_SLOPE = 0.01;
  private static final double OFF = 1.5;

  /** Straighter than people draw. */
  private static final double ROUGHNESS = 0.006;

  private GraphPaper() {}

  /**
   * The lines of graph paper; none where there is none.
   *
   * @param upright straight lines down the columns
   * @param level straight lines along the rows
   */
  static List<Rule> among(List<Rule> upright, List<Rule> level, int width, int height) {
    boolean crossed =
        level.stream()
            .filter(rule -> rule.path().length >= ACROSS * width)
            .mapToDouble(Rule::middle)
            .anyMatch(y -> y > INSIDE * height && y < (1 - INSIDE) * height);
    if (!crossed) {
      return List.of();
    }
    double border = BORDER * height;
    List<Rule> through =
        upright.stream()
            .filter(rule -> rule.from() <= border && rule.to() >= height - border)
            .filter(rule -> rule.roughness() <= ROUGHNESS * height)
            .sorted(Comparator.comparingDouble(Rule::middle))
            .toList();
    List<Rule> best = List.of();
    for (int i = 0; i < Math.min(FIRST, through.size()); i++) {
      for (int j = i + 1; j < Math.min(i + NEXT, through.size()); j++) {
        Rule first = through.get(i);
        double pitch = through.get(j).middle() - first.middle();
        if (pitch >= LEAST_PITCH * height) {
          List<Rule> grid = grid(through, first, pitch);
          boolean more = grid.size() > best.size() && isFull(grid, first, pitch, width);
          best = more ? grid : best;
        }
      }
    }
    return best;
  }

  private static List<Rule> grid(List<Rule> through, Rule first, double pitch) {
    return through.stream()
        .filter(
            rule ->
                Math.abs(rule.middle() - first.middle() - place(rule, first, pitch) * pitch) <= OFF)
        .filter(rule -> Math.abs(rule.slope() - first.slope()) <= SAME_SLOPE)
        .filter(
            rule -> Math.abs(rule.thickness() - first.thickness()) <= 1 + 0.3 * first.thickness())
        .toList();
  }

  private static long place(Rule rule, Rule first, double pitch) {
    return Math.round((rule.middle() - first.middle()) / pitch);
  }

  private static boolean isFull(List<Rule> grid, Rule first, double pitch, int width) {
    long taken = grid.stream().mapToLong(rule -> place(rule, first, pitch)).distinct().count();
    double offset = first.middle() % pitch;
    long places = IntStream.iterate(0, i -> offset + i * pitch < width, i -> i + 1).count();
    return taken >= Math.max(FEWEST, LEAST_SHARE * places);
  }
}
