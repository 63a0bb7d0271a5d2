package dev.icrstreams.read;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a field's ink where the sequence reader saw its digits: between two neighbours along the
 * column with the least ink. Stateless, so threads may share it.
 */
final class ColumnCuts {
  /** A cut keeps this share of the way to the next digit's middle away from either. */
  private static final double CLEARANCE = 0.2;

  /** Half a digit's usual width, as a share of the field's height of ink. */
  private static final double REACH = 0.45;

  private ColumnCuts() {}

  /**
   * The box of each digit.
   *
   * @param middles each digit's column in the ink's pixels, rising
   */
  static List<Box> boxes(Ink ink, List<Double> middles) {
    int[] profile = profile(ink);
    int height = inkedHeight(ink);
    List<Box> boxes = new ArrayList<>();
    int left = outer(profile, middles.get(0), -1, REACH * height);
    for (int i = 0; i < middles.size(); i++) {
      boolean last = i == middles.size() - 1;
      int right =
          last
              ? outer(profile, middles.get(i), 1, REACH * height)
              : thinnest(profile, middles.get(i), middles.get(i + 1));
      boxes.add(tight(ink, Math.min(left, right - 1), right));
      left = right;
    }
    return boxes;
  }

  private static int[] profile(Ink ink) {
    int[] profile = new int[ink.width()];
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        profile[x] += ink.isInk(x, y) ? 1 : 0;
      }
    }
    return profile;
  }

  private static int inkedHeight(Ink ink) {
    Box box = tight(ink, 0, ink.width());
    return box.height();
  }

  /** Where the ink ends beside the first or last digit. */
  private static int outer(int[] profile, double middle, int step, double reach) {
    int x = clamp((int) Math.round(middle), profile.length);
    int gone = 0;
    while (x + step >= 0
        && x + step < profile.length
        && gone < reach
        && (gone < reach / 4 || profile[x] > 0)) {
      x += step;
      gone++;
    }
    return step > 0 ? x + 1 : x;
  }

  private static int thinnest(int[] profile, double from, double to) {
    double way = to - from;
    int first = clamp((int) Math.ceil(from + CLEARANCE * way), profile.length);
    int last = Math.max(first, clamp((int) (to - CLEARANCE * way), profile.length));
    double middle = (from + to) / 2;
    int best = first;
    for (int x = first; x <= last; x++) {
      if (profile[x] < profile[best]
          || (profile[x] == profile[best] && Math.abs(x - middle) < Math.abs(best - middle))) {
        best = x;
      }
    }
    return Math.max(1, best);
  }

  /** The ink between two columns; all rows if there is none. */
  private static Box tight(Ink ink, int from, int to) {
    int left = to;
    int right = from;
    int top = ink.height();
    int bottom = 0;
    for (int y = 0; y < ink.height(); y++) {
      for (int x = Math.max(0, from); x < Math.min(to, ink.width()); x++) {
        if (ink.isInk(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    if (right <= left) {
      int x = clamp(from, ink.width());
      return new Box(x, 0, Math.max(1, Math.min(to, ink.width()) - x), ink.height());
    }
    return new Box(left, top, right - left, bottom - top);
  }

  private static int clamp(int x, int width) {
    return Math.max(0, Math.min(width - 1, x));
  }
}
