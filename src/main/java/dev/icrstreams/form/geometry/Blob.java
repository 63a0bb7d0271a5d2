package dev.icrstreams.form.geometry;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.ink.Components;

/**
 * A connected piece of dark pixels, by its moments. They do not change as the piece turns, so that
 * a skewed square is known as well as an upright one (M.-K. Hu, 1962).
 *
 * @param box around it
 * @param area its pixels
 * @param x its centre's column, between pixels
 * @param y its centre's row
 * @param compactness 1 for a disc, 0.95 for a square, less for whatever has arms or holes
 * @param elongation how much longer than wide, 1 or more
 * @param spread the mean fourth power of the distance from the centre over the squared mean of its
 *     square: 4/3 for a disc, 7/5 for a square
 */
public record Blob(
    Box box, int area, double x, double y, double compactness, double elongation, double spread) {
  /** How much larger, or smaller, than expected a mark may be. */
  public static final double LARGEST = 1.5;

  private static final double LEAST_COMPACT = 0.88;
  private static final double MOST_ELONGATED = 1.35;

  /** Between 4/3 and 7/5. */
  private static final double DISC_OR_SQUARE = 1.3667;

  private static final double LEAST_CORNER = 0.06;
  private static final double MOST_CORNER = 0.66;

  /** The blob that a component is. */
  public static Blob of(Components components, int label) {
    Box box = components.box(label);
    int area = components.area(label);
    double sumX = 0;
    double sumY = 0;
    for (int y = box.y(); y < box.y() + box.height(); y++) {
      for (int x = box.x(); x < box.x() + box.width(); x++) {
        if (components.at(x, y) == label) {
          sumX += x + 0.5;
          sumY += y + 0.5;
        }
      }
    }
    return shaped(components, label, box, area, sumX / area, sumY / area);
  }

  private static Blob shaped(
      Components components, int label, Box box, int area, double centreX, double centreY) {
    // of a pixel around its own centre
    double xx = area / 12.0;
    double yy = area / 12.0;
    double xy = 0;
    double fourth = 0;
    for (int y = box.y(); y < box.y() + box.height(); y++) {
      for (int x = box.x(); x < box.x() + box.width(); x++) {
        if (components.at(x, y) == label) {
          double dx = x + 0.5 - centreX;
          double dy = y + 0.5 - centreY;
          xx += dx * dx;
          yy += dy * dy;
          xy += dx * dy;
          fourth += (dx * dx + dy * dy) * (dx * dx + dy * dy);
        }
      }
    }
    xx /= area;
    yy /= area;
    xy /= area;
    double root = Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy);
    double major = (xx + yy + root) / 2;
    double minor = (xx + yy - root) / 2;
    return new Blob(
        box,
        area,
        centreX,
        centreY,
        area / (4 * Math.PI * Math.sqrt(major * minor)),
        Math.sqrt(major / minor),
        fourth / area / ((xx + yy) * (xx + yy)));
  }

  /** Whether it could be a mark of that shape, whatever its size. */
  public boolean is(Mark.Shape shape) {
    if (shape == Mark.Shape.CORNER) {
      double fill = (double) area / box.width() / box.height();
      double sides = (double) box.width() / box.height();
      return fill > LEAST_CORNER && fill < MOST_CORNER && sides > 0.7 && sides < 1 / 0.7;
    }
    return compactness > LEAST_COMPACT
        && elongation < MOST_ELONGATED
        && (spread < DISC_OR_SQUARE) == (shape == Mark.Shape.DISC);
  }

  /** A square's side, a disc's diameter, a corner's arm, in pixels. */
  public double size(Mark.Shape shape) {
    return switch (shape) {
      case SQUARE -> Math.sqrt(area);
      case DISC -> 2 * Math.sqrt(area / Math.PI);
      case CORNER -> (box.width() + box.height()) / 2.0;
    };
  }
}
