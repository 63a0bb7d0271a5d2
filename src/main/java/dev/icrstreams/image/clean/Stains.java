package dev.icrstreams.image.clean;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.plane.Extrema;
import dev.icrstreams.image.plane.Plane;
import java.util.Optional;

/**
 * Dark spots wider than pens write: punch holes, blots, dark corners. One that stands by itself
 * becomes paper. One that writing runs into stays, for who can tell what it hides; and so does one
 * that a filled 0 might be, unless it is clearly a hole ({@link RoundSpots}). Immutable.
 */
public final class Stains {
  /** Side of the smallest square that no stroke fills, as a share of the field's height. */
  private static final double WIDER_THAN_STROKES = 0.25;

  /** What is smaller, either way, may be a 0 that the pen filled; same share. */
  private static final double LARGER_THAN_ZEROS = 0.42;

  /** Paper is at least so light, 0 to 255. */
  private static final double LIGHT = 80;

  /** A stain is darker than this share of the paper's level; no shadow is. */
  private static final double DARK = 0.4;

  /** What is darker than this share of the paper's level and connected with a stain is its own. */
  private static final double EDGE = 0.6;

  /** How far a stain reaches beyond the squares that fill it, as a share of the field's height. */
  private static final double REACH = 0.16;

  /** How far its blur reaches, in pixels. */
  private static final int BLUR = 3;

  /** The share of the paper's level below which a ring's ink is. */
  private static final double RING = 0.72;

  private final int width;
  private final int height;
  private final boolean[] taken;
  private final boolean left;
  private final boolean hiding;

  private Stains(Plane grey, boolean[] taken, boolean left, boolean hiding) {
    width = grey.width();
    height = grey.height();
    this.taken = taken;
    this.left = left;
    this.hiding = hiding;
  }

  /**
   * Takes the stains out, in place.
   *
   * @param grey 0 to 255, dark ink on light paper
   * @return what was taken
   */
  public static Stains remove(Plane grey) {
    double paper = grey.quantile(0.5);
    int window = (int) (WIDER_THAN_STROKES * grey.height()) | 1;
    float dark = (float) (DARK * paper);
    boolean[] taken = new boolean[grey.values().length];
    boolean left = removeRings(grey, (float) (RING * paper), new Extrema(grey, window), taken);
    if (paper < LIGHT || count(grey, dark) < RoundSpots.leastArea(grey.height())) {
      return new Stains(grey, taken, left, false);
    }
    Extrema extrema = new Extrema(grey, window);
    extrema.lightest();
    extrema.darkest();
    float[] filled = extrema.plane().values();
    Components spots = Components.of(darker(grey, (float) (EDGE * paper)));
    Box[] cores = new Box[spots.count() + 1];
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        int spot = spots.at(x, y);
        if (spot > 0 && filled[y * grey.width() + x] < dark) {
          Box pixel = new Box(x, y, 1, 1);
          cores[spot] = cores[spot] == null ? pixel : cores[spot].union(pixel);
        }
      }
    }
    int reach = (int) Math.ceil(REACH * grey.height());
    boolean hiding = false;
    for (int spot = 1; spot < cores.length; spot++) {
      boolean disc = RoundSpots.isDisc(spots, spot, grey.height());
      if (cores[spot] != null || disc) {
        Box box = spots.box(spot);
        boolean large =
            cores[spot] != null
                && contains(grown(cores[spot], reach), box)
                && Math.min(box.width(), box.height()) >= LARGER_THAN_ZEROS * grey.height();
        hiding |= large && !disc && !isAtSide(box, grey);
        boolean isKnown = large || (disc && RoundSpots.isHole(grey, spots, spot));
        if (isKnown) {
          int known = spot;
          paint(grey, spots, box, (x, y) -> spots.at(x, y) == known, i -> (float) paper, taken);
        }
        left |= !isKnown;
      }
    }
    return new Stains(grey, taken, left, hiding);
  }

  /** Whether there is one that was not taken. */
  public boolean areLeft() {
    return left;
  }

  /**
   * Whether one that was taken may be what somebody blackened, or a 0 of a pen so broad: neither a
   * hole nor the dark of one or two sides.
   */
  public boolean mayHideWriting() {
    return hiding;
  }

  /**
   * Takes the same stains out of a nearer view, of which a piece of one may be all that it shows.
   *
   * @param grey as above
   * @param shown what of the scan it shows
   * @param whole what of the scan they were found in
   */
  public void removeFrom(Plane grey, Box shown, Box whole) {
    if (taken.length == 0) {
      return;
    }
    float paper = grey.quantile(0.5);
    for (int y = 0; y < grey.height(); y++) {
      double scanY = shown.y() + (y + 0.5) * shown.height() / grey.height() - whole.y();
      int row = (int) (scanY * height / whole.height());
      for (int x = 0; x < grey.width(); x++) {
        double scanX = shown.x() + (x + 0.5) * shown.width() / grey.width() - whole.x();
        if (taken[row * width + (int) (scanX * width / whole.width())]) {
          grey.values()[y * grey.width() + x] = paper;
        }
      }
    }
  }

  /**
   * Takes rings out of what was written; what becomes paper is as light as it is beside their ink.
   *
   * @return whether one of them is touched by what it encloses
   */
  private static boolean removeRings(Plane grey, float level, Extrema paper, boolean[] taken) {
    Components spots = Components.of(darker(grey, level));
    boolean touched = false;
    for (int spot = 1; spot <= spots.count(); spot++) {
      Optional<PenRing> ring = PenRing.of(grey, spots, spot);
      if (ring.isPresent()) {
        paper.lightest();
        float[] lightest = paper.plane().values();
        paint(grey, spots, ring.get().box(), ring.get()::covers, i -> lightest[i], taken);
        touched |= ring.get().isTouched();
      }
    }
    return touched;
  }

  private static int count(Plane grey, float below) {
    int count = 0;
    for (float value : grey.values()) {
      count += value < below ? 1 : 0;
    }
    return count;
  }

  private static Ink darker(Plane grey, float level) {
    byte[] soft = new byte[grey.values().length];
    for (int i = 0; i < soft.length; i++) {
      soft[i] = grey.values()[i] < level ? (byte) 255 : 0;
    }
    return new Ink(grey.width(), grey.height(), soft);
  }

  /** Whether a pixel is part of something. */
  private interface Pixels {
    boolean contain(int x, int y);
  }

  /** Levels of the pixels of a plane. */
  private interface Levels {
    float at(int pixel);
  }

  private static void paint(
      Plane grey, Components spots, Box box, Pixels some, Levels paper, boolean[] taken) {
    Box around = grown(box, BLUR);
    int right = Math.min(grey.width(), around.right());
    int bottom = Math.min(grey.height(), around.bottom());
    for (int y = Math.max(0, around.y()); y < bottom; y++) {
      for (int x = Math.max(0, around.x()); x < right; x++) {
        if (spots.at(x, y) == 0 ? isNear(box, some, x, y) : some.contain(x, y)) {
          grey.values()[y * grey.width() + x] = paper.at(y * grey.width() + x);
          taken[y * grey.width() + x] = true;
        }
      }
    }
  }

  /** Whether a pixel is in the blur of some others, all of them in a box. */
  private static boolean isNear(Box box, Pixels some, int x, int y) {
    for (int dy = -BLUR; dy <= BLUR; dy++) {
      for (int dx = -BLUR; dx <= BLUR; dx++) {
        if (contains(box, new Box(x + dx, y + dy, 1, 1)) && some.contain(x + dx, y + dy)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAtSide(Box box, Plane grey) {
    int sides = box.x() <= 0 ? 1 : 0;
    sides += box.y() <= 0 ? 1 : 0;
    sides += box.right() >= grey.width() ? 1 : 0;
    sides += box.bottom() >= grey.height() ? 1 : 0;
    return sides == 1 || sides == 2;
  }

  private static Box grown(Box box, int by) {
    return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
  }

  private static boolean contains(Box outer, Box inner) {
    return outer.union(inner).equals(outer);
  }
}
