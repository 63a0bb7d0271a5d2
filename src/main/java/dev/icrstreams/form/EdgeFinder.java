package dev.icrstreams.form;

import dev.icrstreams.form.geometry.Match;
import dev.icrstreams.form.geometry.Reduced;
import dev.icrstreams.form.template.FormTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the four edges of light paper on a dark ground, each as the line that most scan lines agree
 * on (slope and place are medians: H. Theil, 1950); a side of the scan at which no ground is seen
 * is the edge itself.
 */
final class EdgeFinder {
  /** The ground reflects less than this share of what the paper does. */
  private static final double GROUND = 0.6;

  private static final double PAPER_QUANTILE = 0.75;

  /** Of each side, from which part on scan lines are looked at: corners lie on other sides. */
  private static final double MARGIN = 0.15;

  private static final int RUN = 5;
  private static final double NEAR = 2.5;
  private static final double LEAST_AGREEING = 0.6;

  private final FormTemplate template;
  private final Reduced scan;
  private final int threshold;

  EdgeFinder(FormTemplate template, Reduced scan) {
    this.template = template;
    this.scan = scan;
    this.threshold = (int) (GROUND * scan.quantile(PAPER_QUANTILE));
  }

  /** A line {@code at + slope * along}, across the direction in which it was looked for. */
  private record Edge(double at, double slope) {}

  private enum Side {
    LEFT,
    RIGHT,
    TOP,
    BOTTOM;

    boolean isUpright() {
      return this == LEFT || this == RIGHT;
    }
  }

  /**
   * The page's corners.
   *
   * @throws PageRefusedException if a side has no straight edge
   */
  List<Match> find() {
    Edge left = edge(Side.LEFT);
    Edge right = edge(Side.RIGHT);
    Edge top = edge(Side.TOP);
    Edge bottom = edge(Side.BOTTOM);
    double height = template.height() / template.width();
    return List.of(
        meeting(left, top, 0, 0),
        meeting(right, top, 1, 0),
        meeting(right, bottom, 1, height),
        meeting(left, bottom, 0, height));
  }

  private static Match meeting(Edge upright, Edge level, double pageX, double pageY) {
    double x = (upright.at + upright.slope * level.at) / (1 - upright.slope * level.slope);
    return new Match(pageX, pageY, x, level.at + level.slope * x);
  }

  private Edge edge(Side side) {
    int lines = side.isUpright() ? scan.height() : scan.width();
    int depth = side.isUpright() ? scan.width() : scan.height();
    int from = (int) (MARGIN * lines);
    int to = lines - from;
    List<double[]> points = new ArrayList<>();
    int bare = 0;
    for (int line = from; line < to; line++) {
      int in = paperFrom(side, line, depth);
      bare += in == 0 ? 1 : 0;
      if (in >= 0) {
        double across = side == Side.LEFT || side == Side.TOP ? in : depth - in;
        points.add(new double[] {line + 0.5, across});
      }
    }
    if (2 * bare > to - from) {
      return new Edge(side == Side.LEFT || side == Side.TOP ? 0 : depth, 0);
    }
    return line(side, points, to - from);
  }

  private Edge line(Side side, List<double[]> points, int lines) {
    int half = points.size() / 2;
    double[] slopes = new double[half];
    for (int i = 0; i < half; i++) {
      double[] a = points.get(i);
      double[] b = points.get(i + half);
      slopes[i] = (b[1] - a[1]) / (b[0] - a[0]);
    }
    double slope = median(slopes);
    double at = median(points.stream().mapToDouble(p -> p[1] - slope * p[0]).toArray());
    long agreeing = points.stream().filter(p -> Math.abs(p[1] - at - slope * p[0]) <= NEAR).count();
    if (agreeing < LEAST_AGREEING * lines) {
      throw new PageRefusedException(
          "the page's "
              + side.name().toLowerCase(java.util.Locale.ROOT)
              + " edge is not a straight line, or is not in the scan");
    }
    return new Edge(at, slope);
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** How deep paper begins on a scan line, for at least a run of pixels; -1 if nowhere. */
  private int paperFrom(Side side, int line, int depth) {
    int run = 0;
    for (int in = 0; in < depth; in++) {
      int light =
          switch (side) {
            case LEFT -> scan.at(in, line);
            case RIGHT -> scan.at(depth - 1 - in, line);
            case TOP -> scan.at(line, in);
            case BOTTOM -> scan.at(line, depth - 1 - in);
          };
      run = light > threshold ? run + 1 : 0;
      if (run == RUN) {
        return in + 1 - RUN;
      }
    }
    return -1;
  }
}
