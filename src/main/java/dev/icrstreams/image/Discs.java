package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.plane.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * The rims of round stains, printed discs and punch holes, which look like a 0. They differ from
 * one in that the paper within has another tone than the paper around. Stateless.
 */
final class Discs {
  /** Of the field's height, what a disc measures at least. */
  private static final double LEAST = 0.2;

  /** A disc's longer side over its shorter one, at most. */
  private static final double ROUND = 1.25;

  /** Of its box, what a rim's ink covers at most. */
  private static final double MOST_INK = 0.45;

  /** Where a rim's ink lies, in radii. */
  private static final double RIM_FROM = 0.7;

  private static final double RIM_TO = 1.12;

  /** How far a rim's blur reaches, in radii. */
  private static final double BLUR_TO = 1.22;

  /** Share of the ink that must lie there, and of the directions in which there must be some. */
  private static final double MOSTLY = 0.95;

  private static final int DIRECTIONS = 36;

  /** The paper's step at the rim, as a share of the rim's own, and in levels. */
  private static final double STEP = 0.25;

  private static final int LEAST_STEP = 6;

  /** Share of the places around it at which there must be such a step. */
  private static final double AROUND = 0.7;

  private Discs() {}

  /**
   * The field without them, in place; what stands within stays. Where cells were printed nothing is
   * done: their tint may end close to a 0.
   */
  static CleanField remove(CleanField field, GreyImage image) {
    Components components = field.components();
    boolean erased = false;
    for (int i = 1; i <= components.count() && field.cells().isEmpty(); i++) {
      if (isRim(field, i) && isTinted(image, field.toScan(components.box(i)))) {
        erase(field, i);
        erased = true;
      }
    }
    return erased ? field.recounted() : field;
  }

  /** Whether a component is a closed, thin ring. */
  private static boolean isRim(CleanField field, int component) {
    Components components = field.components();
    Box box = components.box(component);
    if (box.height() < LEAST * field.ink().height()
        || Math.max(box.width(), box.height()) > ROUND * Math.min(box.width(), box.height())
        || components.area(component) > MOST_INK * box.width() * box.height()) {
      return false;
    }
    boolean[] seen = new boolean[DIRECTIONS];
    int onRim = 0;
    int directions = 0;
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        double radius = radius(box, x, y);
        if (components.at(x, y) == component && radius >= RIM_FROM && radius <= RIM_TO) {
          onRim++;
          int direction = direction(x - middleX(box), y - middleY(box));
          directions += seen[direction] ? 0 : 1;
          seen[direction] = true;
        }
      }
    }
    return onRim >= MOSTLY * components.area(component) && directions >= MOSTLY * DIRECTIONS;
  }

  private static int direction(double right, double down) {
    return (int) ((Math.atan2(down, right) / Math.PI + 1) * DIRECTIONS / 2) % DIRECTIONS;
  }

  /** Whether the paper changes its tone, towards the rim's, where the rim is. */
  private static boolean isTinted(GreyImage image, Box disc) {
    List<Integer> around = levels(image, disc, 1.2, 1.3);
    if (around.size() < DIRECTIONS) {
      return false;
    }
    int paper = median(around);
    int inner = median(levels(image, disc, 0.2, 0.35, 0.5));
    int rim = median(levels(image, disc, 0.94));
    double step = Math.max(LEAST_STEP, STEP * Math.abs(rim - paper));
    int darker = Integer.signum(paper - inner);
    long stepped = around.stream().filter(level -> darker * (level - inner) >= step).count();
    return darker * (paper - rim) > 0 && stepped >= AROUND * around.size();
  }

  /** The image's levels at some radii of a disc, as far as they lie in the image. */
  private static List<Integer> levels(GreyImage image, Box disc, double... radii) {
    List<Integer> levels = new ArrayList<>();
    for (double radius : radii) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        int x = (int) Math.round(middleX(disc) + radius * Math.cos(angle) * disc.width() / 2);
        int y = (int) Math.round(middleY(disc) + radius * Math.sin(angle) * disc.height() / 2);
        if (x >= 0 && y >= 0 && x < image.width() && y < image.height()) {
          levels.add(image.at(x, y));
        }
      }
    }
    return levels;
  }

  private static void erase(CleanField field, int rim) {
    Components components = field.components();
    Ink ink = field.ink();
    Plane contrast = field.contrast();
    Box box = components.box(rim);
    double from = isEmpty(components, rim) ? 0 : RIM_FROM;
    int room = Math.max(2, (box.width() + box.height()) / 16);
    int right = Math.min(ink.width(), box.right() + room);
    int bottom = Math.min(ink.height(), box.bottom() + room);
    for (int y = Math.max(0, box.y() - room); y < bottom; y++) {
      for (int x = Math.max(0, box.x() - room); x < right; x++) {
        double radius = radius(box, x, y);
        int component = components.at(x, y);
        if (component == rim || (component == 0 && radius >= from && radius <= BLUR_TO)) {
          ink.values()[y * ink.width() + x] = 0;
          contrast.values()[y * ink.width() + x] = 0;
        }
      }
    }
  }

  private static boolean isEmpty(Components components, int rim) {
    for (int i = 1; i <= components.count(); i++) {
      Box other = components.box(i);
      if (i != rim && radius(components.box(rim), middleX(other), middleY(other)) <= RIM_FROM) {
        return false;
      }
    }
    return true;
  }

  /** How far a place is from a box's middle: 1 on the ellipse that fills the box. */
  private static double radius(Box box, double x, double y) {
    return Math.hypot(2 * (x - middleX(box)) / box.width(), 2 * (y - middleY(box)) / box.height());
  }

  private static double middleX(Box box) {
    return box.x() + (box.width() - 1) / 2.0;
  }

  private static double middleY(Box box) {
    return box.y() + (box.height() - 1) / 2.0;
  }

  private static int median(List<Integer> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
