package dev.icrstreams.image.clean;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.plane.Plane;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;

/**
 * A ring that somebody drew around a number to point at it: read as ink it is a large 0. Immutable.
 */
final class PenRing {
  /** Of the field's height, how high a ring is at least. */
  private static final double LEAST = 0.45;

  /** Of its box, what a ring encloses at least; an ellipse of thin ink does 0.75. */
  private static final double HOLLOW = 0.55;

  /** Of its box, a corner that a ring leaves free; a frame's corners do not, askew or not. */
  private static final double CORNER = 0.1;

  /** Of its box's shorter side, what rounded frames leave free. */
  private static final double ROUNDED = 0.06;

  /** Of a ring's height, how high what it encloses is at least. */
  private static final double WRITTEN = 0.2;

  /** The share of the paper's level within the ring below which ink is, however pale. */
  private static final double PALE = 0.88;

  /** How far the blur of the ring's own ink reaches, in pixels. */
  private static final int BLUR = 2;

  /** Its width over its height from which on it is no 0 even if it encloses one thing alone. */
  private static final double WIDE = 1.5;

  /** Deeper than this, in thicknesses of the ring, ink is no more the ring's. */
  private static final double RIM = 1.6;

  /** Of the ring's ink, what may be deeper by chance. */
  private static final double CHANCE = 0.01;

  private static final int OUTSIDE = 0;
  private static final int ENCLOSED = -1;

  private final Components spots;
  private final int spot;
  private final Box box;

  /** For each pixel of the box 0 outside, the depth within the ring's ink, -1 where enclosed. */
  private final int[] depths;

  private final int limit;
  private final boolean touched;

  private PenRing(Components spots, int spot, int[] depths) {
    this.spots = spots;
    this.spot = spot;
    this.box = spots.box(spot);
    this.depths = depths;
    long skin = Arrays.stream(depths).filter(depth -> depth == 1).count();
    limit = 1 + (int) Math.ceil(RIM * spots.area(spot) / skin);
    touched =
        Arrays.stream(depths).filter(depth -> depth > limit).count() > CHANCE * spots.area(spot);
  }

  /**
   * The ring that a spot is, if it is one around something written: around two things at least, as
   * a 0 may have a stroke or a dot in it, or one in a ring that is wider than zeros are.
   *
   * @param grey 0 to 255, dark ink on light paper
   * @param spots what is dark in it
   */
  static Optional<PenRing> of(Plane grey, Components spots, int spot) {
    Box box = spots.box(spot);
    double area = (double) box.width() * box.height();
    double shorter = Math.min(box.width(), box.height());
    if (box.height() < LEAST * grey.height()
        || spots.area(spot) > (1 - HOLLOW) * area
        || !isRounded(spots, spot, ROUNDED * shorter, ROUNDED * shorter)) {
      return Optional.empty();
    }
    PenRing ring = new PenRing(spots, spot, depths(spots, spot));
    if (ring.touched && !isRounded(spots, spot, CORNER * box.width(), CORNER * box.height())) {
      // cells, perhaps, and their inner sides
      return Optional.empty();
    }
    long enclosed = Arrays.stream(ring.depths).filter(depth -> depth == ENCLOSED).count();
    return enclosed >= HOLLOW * area && ring.isAroundWriting(grey)
        ? Optional.of(ring)
        : Optional.empty();
  }

  Box box() {
    return box;
  }

  /** Whether a pixel of the field is the ring's ink; what touches it from within is not. */
  boolean covers(int x, int y) {
    if (spots.at(x, y) != spot) {
      return false;
    }
    int depth = depths[(y - box.y()) * box.width() + x - box.x()];
    return depth > OUTSIDE && depth <= limit;
  }

  /** Whether something touches it, of which nobody knows where it ends. */
  boolean isTouched() {
    return touched;
  }

  /** Whether nothing of a spot lies in the corners of its box, so large. */
  private static boolean isRounded(Components spots, int spot, double across, double down) {
    Box box = spots.box(spot);
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        boolean corner =
            Math.min(x, box.width() - 1 - x) < across && Math.min(y, box.height() - 1 - y) < down;
        if (corner && spots.at(box.x() + x, box.y() + y) == spot) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isAroundWriting(Plane grey) {
    float[] levels = new float[depths.length];
    int enclosed = 0;
    for (int i = 0; i < depths.length; i++) {
      if (depths[i] == ENCLOSED) {
        levels[enclosed++] = level(grey, i);
      }
    }
    Arrays.sort(levels, 0, enclosed);
    double pale = PALE * levels[enclosed / 2];
    byte[] free = new byte[depths.length];
    byte[] joined = new byte[depths.length];
    for (int i = 0; i < depths.length; i++) {
      boolean ink = depths[i] == ENCLOSED && level(grey, i) < pale && !isInBlur(i);
      free[i] = ink ? (byte) 255 : 0;
      joined[i] = depths[i] > limit ? (byte) 255 : 0;
    }
    long written = written(free) + written(joined);
    return written >= 2 || (written == 1 && box.width() >= WIDE * box.height());
  }

  /** How many pieces of ink are high enough to be written within a ring. */
  private long written(byte[] ink) {
    return Components.of(new Ink(box.width(), box.height(), ink)).boxes().stream()
        .filter(inner -> inner.height() >= WRITTEN * box.height())
        .count();
  }

  private float level(Plane grey, int i) {
    return grey.values()[(box.y() + i / box.width()) * grey.width() + box.x() + i % box.width()];
  }

  private boolean isInBlur(int i) {
    int x = i % box.width();
    int y = i / box.width();
    for (int dy = -BLUR; dy <= BLUR; dy++) {
      for (int dx = -BLUR; dx <= BLUR; dx++) {
        boolean inside =
            x + dx >= 0 && y + dy >= 0 && x + dx < box.width() && y + dy < box.height();
        if (inside && depths[i + dy * box.width() + dx] > OUTSIDE) {
          return true;
        }
      }
    }
    return false;
  }

  /** Spreads inwards from the sides of a spot's box. */
  private static int[] depths(Components spots, int spot) {
    Box box = spots.box(spot);
    int width = box.width();
    int height = box.height();
    int[] depths = new int[width * height];
    Arrays.fill(depths, ENCLOSED);
    ArrayDeque<Integer> outside = new ArrayDeque<>();
    ArrayDeque<Integer> ink = new ArrayDeque<>();
    for (int i = 0; i < depths.length; i++) {
      int x = i % width;
      int y = i / width;
      if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
        enter(spots, spot, i, OUTSIDE, depths, outside, ink);
      }
    }
    while (!outside.isEmpty() || !ink.isEmpty()) {
      boolean out = !outside.isEmpty();
      int i = out ? outside.remove() : ink.remove();
      int x = i % width;
      int y = i / width;
      for (int side = 0; side < 4; side++) {
        int nextX = x + (side == 0 ? -1 : side == 1 ? 1 : 0);
        int nextY = y + (side == 2 ? -1 : side == 3 ? 1 : 0);
        if (nextX >= 0 && nextY >= 0 && nextX < width && nextY < height) {
          enter(spots, spot, nextY * width + nextX, depths[i], depths, outside, ink);
        }
      }
    }
    return depths;
  }

  /** Goes on to a pixel from one of a depth: through paper only outside of the ring. */
  private static void enter(
      Components spots,
      int spot,
      int i,
      int depth,
      int[] depths,
      ArrayDeque<Integer> outside,
      ArrayDeque<Integer> ink) {
    Box box = spots.box(spot);
    boolean isInk = spots.at(box.x() + i % box.width(), box.y() + i / box.width()) == spot;
    if (depths[i] != ENCLOSED || (!isInk && depth > OUTSIDE)) {
      return;
    }
    depths[i] = isInk ? depth + 1 : OUTSIDE;
    (isInk ? ink : outside).add(i);
  }
}
