package dev.icrstreams.image.form;

import dev.icrstreams.image.ink.StrokeWidth;
import dev.icrstreams.image.plane.Plane;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes printed lines out of soft ink and gives the strokes that cross them back: where the pen is
 * darker than the print by what is darker, else by what stands on both sides of a line.
 */
final class Dropout {
  private static final double DARKER = 0.12;
  private static final double DARKEST_PRINT = 0.95;
  private static final double PALER = 0.8;
  private static final int EDGE = 3;
  private static final double MOST = 1.5;

  private final byte[] soft;
  private final byte[] original;
  private final boolean[] printed;
  private final Plane contrast;
  private final int width;
  private final int height;

  Dropout(byte[] soft, Plane contrast) {
    this.soft = soft;
    this.original = soft.clone();
    this.printed = new boolean[soft.length];
    this.contrast = contrast;
    this.width = contrast.width();
    this.height = contrast.height();
  }

  /** Takes the lines out, in place. */
  void take(List<Rule> rows, List<Rule> columns) {
    double thickest = MOST * typicalThickness(rows, columns) + 1;
    List<Band> bands = new ArrayList<>();
    rows.forEach(rule -> bands.add(new Band(rule, original, 1, width, height, thickest)));
    columns.forEach(rule -> bands.add(new Band(rule, original, width, 1, width, thickest)));
    bands.forEach(this::mark);
    bands.forEach(this::clear);
    double between = penFrom(bands);
    if (between > 0) {
      restoreDarker(between);
    } else {
      double stroke = StrokeWidth.of(soft, width, height);
      byte[] outside = soft.clone();
      bands.forEach(band -> restoreCrossing(band, outside, stroke));
    }
  }

  private static double typicalThickness(List<Rule> rows, List<Rule> columns) {
    List<Rule> all = new ArrayList<>(rows);
    all.addAll(columns);
    all.sort((a, b) -> Double.compare(a.thickness(), b.thickness()));
    double length = all.stream().mapToInt(rule -> rule.path().length).sum();
    double passed = 0;
    for (Rule rule : all) {
      passed += rule.path().length;
      if (passed >= length / 2) {
        return rule.thickness();
      }
    }
    return 0;
  }

  private void mark(Band band) {
    for (int step = 0; step < band.steps(); step++) {
      for (int y = band.top(step); y < band.bottom(step); y++) {
        printed[band.at(step, y)] = true;
      }
    }
  }

  /** Clears a line, and its soft edges where nothing crosses. */
  private void clear(Band band) {
    for (int step = 0; step < band.steps(); step++) {
      for (int y = band.top(step); y < band.bottom(step); y++) {
        soft[band.at(step, y)] = 0;
      }
      int y = band.top(step) - 1;
      for (int left = EDGE; left > 0 && y >= 0 && soft[band.at(step, y)] >= 0; left--, y--) {
        soft[band.at(step, y)] = 0;
      }
      y = band.bottom(step);
      for (int left = EDGE; left > 0 && y < band.size() && soft[band.at(step, y)] >= 0; left--) {
        soft[band.at(step, y++)] = 0;
      }
    }
  }

  /** The contrast between print and pen, 0 where the two cannot be told apart. */
  private double penFrom(List<Band> bands) {
    float[] values = new float[2 * soft.length];
    int count = 0;
    for (Band band : bands) {
      for (int step = 0; step < band.steps(); step++) {
        for (int y = band.top(step); y < band.bottom(step) && !band.isCrossed(step); y++) {
          int at = band.at(step, y);
          if (original[at] < 0 && count < values.length) {
            values[count++] = contrast.values()[at];
          }
        }
      }
    }
    double print = quantile(values, count, DARKEST_PRINT);
    count = 0;
    for (int i = 0; i < soft.length; i++) {
      if (!printed[i] && original[i] < 0) {
        values[count++] = contrast.values()[i];
      }
    }
    double pen = quantile(values, count, 0.5);
    return pen - print >= DARKER && print <= PALER * pen ? (print + pen) / 2 : 0;
  }

  private static double quantile(float[] values, int count, double share) {
    return count == 0 ? 0 : nth(values, count, (int) (share * count));
  }

  /**
   * The value that would stand at a place if the first {@code count} were sorted (C. A. R. Hoare,
   * "Algorithm 65: Find", 1961). Changes their order.
   */
  private static float nth(float[] values, int count, int place) {
    int from = 0;
    int to = count - 1;
    while (from < to) {
      float pivot = values[(from + to) >>> 1];
      int low = from;
      int high = to;
      while (low <= high) {
        while (values[low] < pivot) {
          low++;
        }
        while (values[high] > pivot) {
          high--;
        }
        if (low <= high) {
          float swapped = values[low];
          values[low++] = values[high];
          values[high--] = swapped;
        }
      }
      if (place <= high) {
        to = high;
      } else if (place >= low) {
        from = low;
      } else {
        return pivot;
      }
    }
    return values[from];
  }

  private void restoreDarker(double from) {
    for (int i = 0; i < soft.length; i++) {
      if (printed[i] && original[i] < 0 && contrast.values()[i] >= from) {
        soft[i] = original[i];
      }
    }
  }

  private void restoreCrossing(Band band, byte[] outside, double stroke) {
    for (int step = 0; step < band.steps(); step++) {
      int top = band.top(step);
      int bottom = band.bottom(step);
      int deep = bottom - top;
      for (int y = top; y < bottom; y++) {
        double share = (y - top + 1.0) / (deep + 1);
        if (original[band.at(step, y)] < 0 && isCrossed(band, step, share, deep + 1, outside)) {
          soft[band.at(step, y)] = original[band.at(step, y)];
        }
      }
      if (band.isCrossed(step)) {
        thicken(band, step, outside, stroke);
      }
    }
  }

  /** Whether a straight stroke through a place in the line has ink where it enters and leaves. */
  private static boolean isCrossed(Band band, int step, double share, int reach, byte[] outside) {
    for (int slant = -reach; slant <= reach; slant++) {
      int enters = step - (int) Math.round(share * slant);
      int leaves = step + (int) Math.round((1 - share) * slant);
      if (isInk(band, enters, -1, outside) && isInk(band, leaves, 1, outside)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInk(Band band, int step, int side, byte[] outside) {
    if (step < 0 || step >= band.steps()) {
      return false;
    }
    int y = side < 0 ? band.top(step) - 1 : band.bottom(step);
    return y >= 0 && y < band.size() && outside[band.at(step, y)] < 0;
  }

  /** A stroke along the line, half hidden by it, gets its width back. */
  private void thicken(Band band, int step, byte[] outside, double stroke) {
    int above = 0;
    int y = band.top(step) - 1;
    while (y >= 0 && outside[band.at(step, y)] < 0) {
      above++;
      y--;
    }
    int below = 0;
    y = band.bottom(step);
    while (y < band.size() && outside[band.at(step, y)] < 0) {
      below++;
      y++;
    }
    for (int i = 0; above >= 2 && i < stroke - above; i++) {
      restore(band, step, band.top(step) + i);
    }
    for (int i = 0; below >= 2 && i < stroke - below; i++) {
      restore(band, step, band.bottom(step) - 1 - i);
    }
  }

  private void restore(Band band, int step, int y) {
    if (y >= band.top(step) && y < band.bottom(step)) {
      soft[band.at(step, y)] = original[band.at(step, y)];
    }
  }
}
