package dev.icrstreams.image.form;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.ink.Runs;
import dev.icrstreams.image.ink.StrokeWidth;
import dev.icrstreams.image.plane.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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

  /** Of a box's height, how thick its sides are at least if a pen may have drawn them. */
  private static final double PEN = 0.05;

  /** Soft ink from here on may belong to a pale line. */
  private static final int FAINT = 64;

  private final int width;
  private final int height;
  private final byte[] soft;
  private final Plane contrast;

  /** Runs of the ink and of fainter ink, along the rows and down the columns. */
  private final Runs rows;

  private final Runs columns;
  private final Runs faintRows;
  private final Runs faintColumns;

  private FormLines(byte[] soft, Plane contrast, Runs columns) {
    this.soft = soft;
    this.contrast = contrast;
    this.columns = columns;
    this.width = contrast.width();
    this.height = contrast.height();
    rows = Runs.along(soft, width, height, Ink.THRESHOLD);
    faintRows = Runs.along(soft, width, height, FAINT);
    faintColumns = Runs.down(soft, width, height, FAINT);
  }

  /**
   * What was taken out.
   *
   * @param cells what the lines made, from left to right; none where they made none
   * @param graph whether upright lines of graph paper were among them
   * @param frame a heavy one around the whole field
   * @param angular whether it was one box alone that might be an angular 0
   */
  public record Removed(
      List<Box> cells, boolean graph, Optional<HeavyFrame> frame, boolean angular) {
    /** Nothing. */
    public static final Removed NONE = new Removed(List.of(), false, Optional.empty(), false);
  }

  /**
   * Takes the lines out, in place.
   *
   * @param contrast the same field, from paper 0 to black 1
   * @param columns the runs down the columns of its ink
   */
  public static Removed remove(byte[] soft, Plane contrast, Runs columns) {
    return new FormLines(soft, contrast, columns).remove();
  }

  private Removed remove() {
    List<Rule> across = horizontals();
    List<Rule> sides = sides();
    List<Rule> ticks = ticks();
    List<Rule> tall = tall();
    List<Rule> graph = GraphPaper.among(tall, across, width, height);
    Frames frames = Frames.among(across, sides, ticks, (int) (SIDE * height), height);
    Cells open = Cells.among(sides, ticks, soft, width, height);
    Set<Rule> level = new LinkedHashSet<>(frames.rows());
    Set<Rule> upright = new LinkedHashSet<>(verticals(tall, ticks, frames));
    level.addAll(open.rows());
    upright.addAll(open.columns());
    // what is written on graph paper keeps to no cells
    List<Box> cells = graph.isEmpty() ? cells(level, upright) : List.of();
    upright.addAll(graph);
    if (level.isEmpty() && upright.isEmpty()) {
      return Removed.NONE;
    }
    new Dropout(soft, contrast).take(List.copyOf(level), List.copyOf(upright));
    return new Removed(
        cells,
        !graph.isEmpty(),
        HeavyFrame.among(level, upright, height),
        isAngular(cells, upright));
  }

  /** A single box as narrow as a digit, with sides as thick as a pen's. */
  private static boolean isAngular(List<Box> cells, Set<Rule> upright) {
    return cells.size() == 1
        && cells.get(0).width() <= cells.get(0).height()
        && upright.stream().anyMatch(side -> side.thickness() >= PEN * cells.get(0).height());
  }

  /** A cell lies between neighbouring sides or ticks that a rule joins. */
  private List<Box> cells(Set<Rule> rows, Set<Rule> columns) {
    List<Rule> sides = columns.stream().sorted(Comparator.comparingDouble(Rule::middle)).toList();
    List<Box> cells = new ArrayList<>();
    for (int i = 1; i < sides.size(); i++) {
      int left = (int) Math.ceil(sides.get(i - 1).middle());
      int right = (int) Math.floor(sides.get(i).middle());
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

  private List<Rule> horizontals() {
    int span = (int) Math.min(0.95 * width, Math.max(0.9 * height, 0.3 * width));
    return find(
        new RuleFinder(span, 0.11 * height, MAX_SLOPE, 0.016 * height, height / 6),
        columns,
        faintColumns);
  }

  private List<Rule> sides() {
    return find(
        new RuleFinder(height / 10, 0.11 * height, MAX_SLOPE, 0.016 * height, height / 12),
        columns,
        faintColumns);
  }

  private List<Rule> tall() {
    return find(
        new RuleFinder(height / 2, 0.09 * height, MAX_SLOPE, 0.012 * height, height / 12),
        rows,
        faintRows);
  }

  private List<Rule> verticals(List<Rule> tall, List<Rule> ticks, Frames frames) {
    List<Rule> level = frames.rows();
    double stroke = tall.isEmpty() ? 0 : StrokeWidth.of(rows, columns);
    List<Rule> upright = new ArrayList<>(frames.columns());
    for (Rule rule : tall) {
      if (isPrinted(rule, level, stroke) && frames.mayBeSide(rule)) {
        upright.add(rule);
      }
    }
    upright.addAll(Ticks.among(ticks, level, height));
    return upright;
  }

  private List<Rule> ticks() {
    return find(
        new RuleFinder(height / 10, 0.06 * height, MAX_SLOPE, 0.01 * height, 2), rows, faintRows);
  }

  /**
   * The lines of the ink, and those of the fainter ink: of a pale line much lies below the
   * threshold that pen strokes set, and what is left above it is in pieces too short to tell from a
   * digit's.
   */
  private static List<Rule> find(RuleFinder finder, Runs ink, Runs faint) {
    List<Rule> rules = new ArrayList<>(finder.find(ink));
    for (Rule rule : finder.find(faint)) {
      double thickness = thickness(rule, ink);
      rules.add(new Rule(rule.from(), rule.path(), thickness, rule.slope(), rule.roughness()));
    }
    return rules;
  }

  /** The typical thickness of the ink proper along a line. */
  private static double thickness(Rule rule, Runs ink) {
    int[] lengths = new int[rule.path().length];
    int hits = 0;
    for (int x = rule.from(); x < rule.to(); x++) {
      int run = nearest(ink, x, Math.round(rule.path()[x - rule.from()]));
      if (run >= 0) {
        lengths[hits++] = ink.end(run) - ink.start(run);
      }
    }
    Arrays.sort(lengths, 0, hits);
    return hits == 0 ? 1 : Math.min(rule.thickness(), Math.max(1, lengths[hits / 2]));
  }

  private static int nearest(Runs ink, int line, int middle) {
    int run = -1;
    for (int reach = 0; reach <= 2 && run < 0; reach++) {
      run = ink.at(line, middle - reach);
      run = run < 0 ? ink.at(line, middle + reach) : run;
    }
    return run;
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
    double middle = column.middle();
    boolean outer = Math.min(middle, width - middle) < OUTER * Math.min(width, 4 * height);
    return top && bottom && (outer || column.thickness() < 0.65 * stroke);
  }

  private static boolean meets(List<Rule> rows, double x, double y, double reach) {
    return rows.stream().anyMatch(rule -> rule.passes(x, y, reach));
  }
}
