package dev.icrstreams.image.clean;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.plane.Plane;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Solid discs no larger than a digit: a punch hole mostly, but a pen may have filled a small 0. It
 * is a hole if it stands beside the writing and is far darker than that. Stateless.
 */
final class RoundSpots {
  /** Of the field's height, what a disc measures at least. */
  private static final double LEAST = 0.25;

  /** Its longer side over its shorter one, at most. */
  private static final double ROUND = 1.12;

  /** By which share its area may differ from that of the ellipse in its box. */
  private static final double SOLID = 0.08;

  /** Of the field's height, what writing measures at least. */
  private static final double WRITTEN = 0.15;

  /** The share of the writing that is darker than the level that it is compared by. */
  private static final double DARKEST = 0.1;

  /** A hole's level is at most this share of the writing's. */
  private static final double DARKER = 0.6;

  private RoundSpots() {}

  /** How many pixels a disc in a field of such a height has at least. */
  static double leastArea(int height) {
    return (1 - SOLID) * Math.PI / 4 * Math.pow(LEAST * height, 2);
  }

  /** Whether a spot is a solid disc. */
  static boolean isDisc(Components spots, int spot, int height) {
    Box box = spots.box(spot);
    double ellipse = Math.PI / 4 * box.width() * box.height();
    return Math.min(box.width(), box.height()) >= LEAST * height
        && Math.max(box.width(), box.height()) <= ROUND * Math.min(box.width(), box.height())
        && Math.abs(spots.area(spot) - ellipse) <= SOLID * ellipse;
  }

  /**
   * Whether a disc is no writing.
   *
   * @param grey 0 to 255, dark ink on light paper
   * @param spots what is dark in it
   * @param disc one of them
   */
  static boolean isHole(Plane grey, Components spots, int disc) {
    boolean[] written = new boolean[spots.count() + 1];
    Box writing = null;
    for (int spot = 1; spot <= spots.count(); spot++) {
      Box box = spots.box(spot);
      if (box.height() >= WRITTEN * grey.height() && !isDisc(spots, spot, grey.height())) {
        written[spot] = true;
        writing = writing == null ? box : writing.union(box);
      }
    }
    Box box = spots.box(disc);
    boolean beside = writing != null && (box.right() <= writing.x() || box.x() >= writing.right());
    return beside
        && level(grey, spots, at -> at == disc, 0.5)
            <= DARKER * level(grey, spots, at -> written[at], DARKEST);
  }

  /** A quantile of the levels of some spots. */
  private static double level(Plane grey, Components spots, IntPredicate some, double quantile) {
    float[] levels = new float[grey.values().length];
    int count = 0;
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        int spot = spots.at(x, y);
        if (spot > 0 && some.test(spot)) {
          levels[count++] = grey.values()[y * grey.width() + x];
        }
      }
    }
    Arrays.sort(levels, 0, count);
    return levels[(int) (quantile * (count - 1))];
  }
}
