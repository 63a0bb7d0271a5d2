package dev.icrstreams.image.clean;

import dev.icrstreams.field.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes printed rules, boxes and combs out of soft ink, and keeps the strokes that cross them: of a
 * line only those runs of ink go that are about as thick as the line itself.
 */
public final class FormLines {
  private static final double MAX_SLOPE = 0.1;
  private static final double LEAST_CELL = 0.25;
  private static final double OUTER = 0.12;

  /** The shortest side of a box that may stand for itself. */
  private static final double SIDE = 0.33;

  /** Soft ink from here on may belong to a pale line. */
  private static final int FAINT = 64;

  private final int width;
  private final int height;
  private final byte[] soft;
  private final Plane contrast;

  private FormLines(byte[] soft, Plane contrast) {
    this.soft = soft;
    this.contrast = contrast;
    this.width = contrast.width();
    this.height = contrast.height();
  }

  /**
   * Takes the lines out, in place.
   *
   * @param contrast the same field, from paper 0 to black 1
   * @return the cells that the lines made, from left to right; none where they made none
   */
  public static List<Box> remove(byte[] soft, Plane contrast) {
    return new FormLines(soft, contrast).remove();
  }

  private List<Box> remove() {
    List<Rule> across = horizontals();
    byte[] turned = transposed(soft, width, height);
    List<Rule> sides = sides();
    List<Rule> ticks = ticks(turned);
    Frames frames = Frames.among(across, sides, ticks, (int) (SIDE * height), height);
    Cells open = Cells.among(sides, ticks, soft, width, height);
    Set<Rule> rows = new LinkedHashSet<>(frames.rows());
    Set<Rule> columns = new LinkedHashSet<>(verticals(turned, ticks, frames));
    rows.addAll(open.rows());
    columns.addAll(open.columns());
    if (rows.isEmpty() && columns.isEmpty()) {
      return List.of();
    }
    new Dropout(soft, contrast).take(List.copyOf(rows), List.copyOf(columns));
    return cells(rows, columns);
  }

  /** A cell lies between neighbouring sides or ticks that a rule joins. */
  private List<Box> cells(Set<Rule> rows, Set<Rule> columns) {
    List<Rule> sides =
        columns.stream().sorted(Comparator.comparingDouble(FormLines::middle)).toList();
    List<Box> cells = new ArrayList<>();
    for (int i = 1; i < sides.size(); i++) {
      int left = (int) Math.ceil(middle(sides.get(i - 1)));
      int right = (int) Math.floor(middle(sides.get(i)));
      double between = (left + right) / 2.0;
      boolean joined = rows.stream().anyMatch(row -> row.from() <= between && row.to() > between);
      if (joined && right - left >= LEAST_CELL * height) {
        int top = Math.min(sides.get(i - 1).from(), sides.get(i).from());
        int bottom = Math.max(sides.get(i - 1).to(), sides.get(i).to());
        cells.add(new Box(left, top, right - left, bottom - top));
      }
    }
    return cells;
  }

  private static double middle(Rule column) {
    return column.path()[column.path().length / 2];
  }

  private List<Rule> horizontals() {
    int span = (int) Math.min(0.95 * width, Math.max(0.9 * height, 0.3 * width));
    return find(
        new RuleFinder(span, 0.11 * height, MAX_SLOPE, 0.016 * height, height / 6), soft, width);
  }

  private List<Rule> sides() {
    return find(
        new RuleFinder(height / 10, 0.11 * height, MAX_SLOPE, 0.016 * height, height / 12),
        soft,
        width);
  }

  private List<Rule> verticals(byte[] turned, List<Rule> ticks, Frames frames) {
    List<Rule> rows = frames.rows();
    List<Rule> found =
        find(
            new RuleFinder(height / 2, 0.09 * height, MAX_SLOPE, 0.012 * height, height / 12),
            turned,
            /* width= */ height);
    double stroke = StrokeWidth.of(soft, width, height);
    List<Rule> columns = new ArrayList<>(frames.columns());
    for (Rule rule : found) {
      if (isPrinted(rule, rows, stroke) && frames.mayBeSide(rule)) {
        columns.add(rule);
      }
    }
    columns.addAll(Ticks.among(ticks, rows, height));
    return columns;
  }

  private List<Rule> ticks(byte[] turned) {
    return find(
        new RuleFinder(height / 10, 0.06 * height, MAX_SLOPE, 0.01 * height, 2),
        turned,
        /* width= */ height);
  }

  /**
   * The lines of the ink, and those of the fainter ink: of a pale line much lies below the
   * threshold that pen strokes set, and what is left above it is in pieces too short to tell from a
   * digit's.
   */
  private static List<Rule> find(RuleFinder finder, byte[] ink, int width) {
    int height = ink.length / width;
    List<Rule> rules = new ArrayList<>(finder.find(ink, width, height));
    byte[] faint = new byte[ink.length];
    for (int i = 0; i < faint.length; i++) {
      faint[i] = (byte) ((ink[i] & 0xff) >= FAINT ? 255 : 0);
    }
    for (Rule rule : finder.find(faint, width, height)) {
      double thickness = thickness(rule, ink, width, height);
      rules.add(new Rule(rule.from(), rule.path(), thickness, rule.slope(), rule.roughness()));
    }
    return rules;
  }

  /** The typical thickness of the ink proper along a line. */
  private static double thickness(Rule rule, byte[] ink, int width, int height) {
    int[] lengths = new int[rule.path().length];
    int hits = 0;
    for (int x = rule.from(); x < rule.to(); x++) {
      int y = nearest(ink, x, Math.round(rule.path()[x - rule.from()]), width, height);
      if (y >= 0) {
        lengths[hits++] = end(ink, x, y, width, height) - start(ink, x, y, width);
      }
    }
    Arrays.sort(lengths, 0, hits);
    return hits == 0 ? 1 : Math.min(rule.thickness(), Math.max(1, lengths[hits / 2]));
  }

  private static int start(byte[] ink, int x, int y, int width) {
    int top = y;
    while (top > 0 && ink[(top - 1) * width + x] < 0) {
      top--;
    }
    return top;
  }

  private static int end(byte[] ink, int x, int y, int width, int height) {
    int bottom = y + 1;
    while (bottom < height && ink[bottom * width + x] < 0) {
      bottom++;
    }
    return bottom;
  }

  /**
   * A hand-written 1 is as tall and straight as a box's side. A side ends in rules, or in the
   * borders of the image; there it must be at the field's end or thinner than the pen.
   */
  private boolean isPrinted(Rule column, List<Rule> rows, double stroke) {
    double reach = 0.05 * height;
    boolean topRule = meets(rows, column.first(), column.from(), reach);
    boolean bottomRule = meets(rows, column.last(), column.to(), reach);
    if (topRule && bottomRule) {
      return true;
    }
    boolean top = topRule || column.from() <= 2;
    boolean bottom = bottomRule || column.to() >= height - 2;
    double middle = column.path()[column.path().length / 2];
    boolean outer = Math.min(middle, width - middle) < OUTER * Math.min(width, 4 * height);
    return top && bottom && (outer || column.thickness() < 0.65 * stroke);
  }

  private static boolean meets(List<Rule> rows, double x, double y, double reach) {
    return rows.stream().anyMatch(rule -> rule.passes(x, y, reach));
  }

  private static int nearest(byte[] ink, int x, int middle, int width, int height) {
    for (int reach = 0; reach <= 2; reach++) {
      for (int y : new int[] {middle - reach, middle + reach}) {
        if (y >= 0 && y < height && ink[y * width + x] < 0) {
          return y;
        }
      }
    }
    return -1;
  }

  private static byte[] transposed(byte[] in, int width, int height) {
    byte[] out = new byte[in.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out[x * height + y] = in[y * width + x];
      }
    }
    return out;
  }
}
