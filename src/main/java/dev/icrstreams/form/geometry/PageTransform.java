package dev.icrstreams.form.geometry;

import dev.icrstreams.form.geometry.Registration.Transform;
import java.util.List;
import java.util.Optional;

/**
 * Where the points of a page are in its scan: a projective map, its last coefficient 1. Found from
 * four points or more by least squares; with four a projective one is exact (R. Hartley and A.
 * Zisserman, Multiple View Geometry, 2004, 4.1).
 *
 * @param h the first eight coefficients of the three by three matrix, row by row
 */
public record PageTransform(double[] h) {
  /**
   * The transform of that kind that lays the matches over each other best; none if they do not
   * tell.
   */
  public static Optional<PageTransform> fit(Transform kind, List<Match> matches) {
    // columns and rows of the scan in its own size, so that all unknowns are alike
    double unit = matches.stream().mapToDouble(m -> Math.max(m.x(), m.y())).max().orElse(1);
    double[][] rows = new double[2 * matches.size()][];
    double[] right = new double[rows.length];
    for (int i = 0; i < matches.size(); i++) {
      Match match = matches.get(i);
      double x = match.pageX();
      double y = match.pageY();
      double u = match.x() / unit;
      double v = match.y() / unit;
      switch (kind) {
        case SIMILARITY -> {
          rows[2 * i] = new double[] {x, -y, 1, 0};
          rows[2 * i + 1] = new double[] {y, x, 0, 1};
        }
        case AFFINE -> {
          rows[2 * i] = new double[] {x, y, 1, 0, 0, 0};
          rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1};
        }
        case PROJECTIVE -> {
          rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -x * u, -y * u};
          rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -x * v, -y * v};
        }
      }
      right[2 * i] = u;
      right[2 * i + 1] = v;
    }
    return LeastSquares.solve(rows, right).map(s -> of(kind, s, unit));
  }

  private static PageTransform of(Transform kind, double[] s, double unit) {
    double[] h =
        switch (kind) {
          case SIMILARITY -> new double[] {s[0], -s[1], s[2], s[1], s[0], s[3], 0, 0};
          case AFFINE -> new double[] {s[0], s[1], s[2], s[3], s[4], s[5], 0, 0};
          case PROJECTIVE -> s.clone();
        };
    for (int i = 0; i < 6; i++) {
      h[i] *= unit;
    }
    return new PageTransform(h);
  }

  /** The scan's column of a place on the page. */
  public double x(double pageX, double pageY) {
    return (h[0] * pageX + h[1] * pageY + h[2]) / (h[6] * pageX + h[7] * pageY + 1);
  }

  /** The scan's row of a place on the page. */
  public double y(double pageX, double pageY) {
    return (h[3] * pageX + h[4] * pageY + h[5]) / (h[6] * pageX + h[7] * pageY + 1);
  }

  /** The same in a scan that has this many pixels for one, by column and by row. */
  public PageTransform enlarged(double factor) {
    double[] larger = h.clone();
    for (int i = 0; i < 6; i++) {
      larger[i] *= factor;
    }
    return new PageTransform(larger);
  }

  /** How many pixels the page is wide, by an affine map. */
  public double scaleX() {
    return Math.hypot(h[0], h[3]);
  }

  /** How many pixels as much as its width is downwards. */
  public double scaleY() {
    return Math.hypot(h[1], h[4]);
  }

  /** By how much the page's upper edge is turned clockwise, in degrees from -180 to 180. */
  public double turn() {
    return Math.toDegrees(Math.atan2(h[3], h[0]));
  }

  /** By how much its left edge is turned. */
  public double turnOfSide() {
    return Math.toDegrees(Math.atan2(-h[1], h[4]));
  }

  /** Whether the page is seen as in a mirror. */
  public boolean isMirrored() {
    return h[0] * h[4] - h[1] * h[3] <= 0;
  }

  /** The largest distance between a match and where this map puts it, in the page's width. */
  public double residual(List<Match> matches) {
    return matches.stream()
            .mapToDouble(
                m -> Math.hypot(x(m.pageX(), m.pageY()) - m.x(), y(m.pageX(), m.pageY()) - m.y()))
            .max()
            .orElse(0)
        / scaleX();
  }
}
