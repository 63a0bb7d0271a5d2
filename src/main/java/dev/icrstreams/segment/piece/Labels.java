package dev.icrstreams.segment.piece;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.ink.Components;
import java.util.ArrayList;
import java.util.List;

/** Which piece of ink each pixel belongs to; pieces begin as components and may be cut further. */
public final class Labels {
  private final Ink ink;
  private final int[] labels;
  private final List<Part> pieces = new ArrayList<>();
  private int next;

  /** A piece a component, to begin with. */
  public Labels(Ink ink, Components components) {
    this.ink = ink;
    this.labels = new int[ink.width() * ink.height()];
    components.copyTo(labels);
    for (int i = 1; i <= components.count(); i++) {
      pieces.add(new Part(List.of(i), components.box(i), components.area(i)));
    }
    next = components.count() + 1;
  }

  /** The ink that they are pieces of. */
  public Ink ink() {
    return ink;
  }

  /** One part a component. */
  public List<Part> components() {
    return pieces;
  }

  /** A component by its label, as it was before any cut. */
  public Part component(int label) {
    return pieces.get(label - 1);
  }

  /** Runs of the part's ink down its columns, over all columns. */
  public int runs(Part part) {
    Box box = part.box();
    boolean[] mask = mask(part);
    int runs = 0;
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        int at = y * box.width() + x;
        runs += mask[at] && (y == 0 || !mask[at - box.width()]) ? 1 : 0;
      }
    }
    return runs;
  }

  boolean owns(Part part, int x, int y) {
    return part.has(labels[y * ink.width() + x]);
  }

  /** Which pixels of its box are the part's, row by row. */
  public boolean[] mask(Part part) {
    boolean[] own = new boolean[next];
    for (int label : part.labels()) {
      own[label] = true;
    }
    Box box = part.box();
    boolean[] mask = new boolean[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      int row = (box.y() + y) * ink.width() + box.x();
      for (int x = 0; x < box.width(); x++) {
        mask[y * box.width() + x] = own[labels[row + x]];
      }
    }
    return mask;
  }

  /** Whether any pixels of the two are at most {@code reach} columns and rows apart. */
  boolean areNear(Part a, Part b, int reach) {
    Box box = a.box();
    int left = Math.max(box.x(), b.box().x() - reach);
    int top = Math.max(box.y(), b.box().y() - reach);
    int right = Math.min(box.right(), b.box().right() + reach);
    int bottom = Math.min(box.bottom(), b.box().bottom() + reach);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if (owns(a, x, y) && isAround(b, x, y, reach)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isAround(Part part, int x, int y, int reach) {
    for (int row = Math.max(0, y - reach); row <= Math.min(ink.height() - 1, y + reach); row++) {
      for (int column = Math.max(0, x - reach);
          column <= Math.min(ink.width() - 1, x + reach);
          column++) {
        if (owns(part, column, row)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The paper that a part's ink encloses, row by row over its box. */
  public static boolean[] holes(Box box, boolean[] mask) {
    int width = box.width() + 2;
    boolean[] reached = new boolean[width * (box.height() + 2)];
    for (int y = 0; y < box.height(); y++) {
      System.arraycopy(mask, y * box.width(), reached, (y + 1) * width + 1, box.width());
    }
    int[] stack = new int[reached.length];
    int depth = 1;
    reached[0] = true;
    int[] steps = {1, -1, width, -width};
    while (depth > 0) {
      int at = stack[--depth];
      // a step over the end of a row leads to the other end: both are paper around the box
      for (int step : steps) {
        int to = at + step;
        if (to >= 0 && to < reached.length && !reached[to]) {
          reached[to] = true;
          stack[depth++] = to;
        }
      }
    }
    boolean[] holes = new boolean[mask.length];
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        holes[y * box.width() + x] = !reached[(y + 1) * width + x + 1];
      }
    }
    return holes;
  }

  /** Cuts a part along seams, given as the first column right of the cut for each row. */
  public List<Part> cut(Part part, List<int[]> seams) {
    int first = next;
    next += seams.size() + 1;
    Box box = part.box();
    int[] left = new int[seams.size() + 1];
    int[] right = new int[seams.size() + 1];
    int[] top = new int[seams.size() + 1];
    int[] bottom = new int[seams.size() + 1];
    int[] area = new int[seams.size() + 1];
    boolean[] mask = mask(part);
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        if (!mask[(y - box.y()) * box.width() + x - box.x()]) {
          continue;
        }
        int piece = 0;
        while (piece < seams.size() && x >= seams.get(piece)[y - box.y()]) {
          piece++;
        }
        labels[y * ink.width() + x] = first + piece;
        left[piece] = area[piece] == 0 ? x : Math.min(left[piece], x);
        right[piece] = Math.max(right[piece], x + 1);
        top[piece] = area[piece] == 0 ? y : top[piece];
        bottom[piece] = y + 1;
        area[piece]++;
      }
    }
    List<Part> pieces = new ArrayList<>();
    for (int i = 0; i < area.length; i++) {
      if (area[i] > 0) {
        Box around = new Box(left[i], top[i], right[i] - left[i], bottom[i] - top[i]);
        pieces.add(new Part(List.of(first + i), around, area[i]));
      }
    }
    return pieces;
  }

  /** The part's own ink, with the soft edges beside it. */
  public Ink crop(Part part) {
    Box box = part.box();
    boolean[] mask = mask(part);
    boolean[] near = near(box, mask);
    byte[] values = new byte[mask.length];
    for (int y = 0; y < box.height(); y++) {
      int from = (box.y() + y) * ink.width() + box.x();
      for (int x = 0; x < box.width(); x++) {
        int at = y * box.width() + x;
        if (near[at] && (mask[at] || labels[from + x] == 0)) {
          values[at] = ink.values()[from + x];
        }
      }
    }
    return new Ink(box.width(), box.height(), values);
  }

  /** The pixels of a mask and all that touch one of them: along the rows first, then down. */
  private static boolean[] near(Box box, boolean[] mask) {
    int width = box.width();
    boolean[] along = mask.clone();
    for (int y = 0; y < box.height(); y++) {
      for (int at = y * width + 1; at < (y + 1) * width; at++) {
        along[at] |= mask[at - 1];
        along[at - 1] |= mask[at];
      }
    }
    boolean[] near = along.clone();
    for (int at = width; at < near.length; at++) {
      near[at] |= along[at - width];
      near[at - width] |= along[at];
    }
    return near;
  }
}
