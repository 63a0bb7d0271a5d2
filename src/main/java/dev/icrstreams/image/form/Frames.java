package dev.icrstreams.image.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Finds the boxes among the straight lines of a field. A lone short line may be a digit's stroke; a
 * line is a box's side if lines that are sides themselves meet it at both of its ends. Once sides
 * are known, pieces of others that digits have broken up are known by where they lie.
 *
 * <p>Rows are lines along the raster's rows, columns those along the rows of the turned raster.
 */
final class Frames {
  private static final double REACH = 0.05;
  private static final double COLLINEAR = 0.025;
  private static final double THICKER = 1.5;
  private static final double LEAST_PITCH = 0.25;
  private static final int NEIGHBOURS = 3;
  private static final double SUPPORT = 0.5;
  private static final double LEVEL = 0.03;
  private static final double LIKE = 1.4;
  private static final double PARALLEL = 0.03;

  private final int height;
  private final Set<Rule> rows;
  private final Set<Rule> columns;

  private Frames(List<Rule> rows, List<Rule> columns, int height) {
    this.height = height;
    this.rows = new LinkedHashSet<>(rows);
    this.columns = new LinkedHashSet<>(columns);
  }

  /**
   * The boxes' sides.
   *
   * @param known rows that are printed beyond doubt
   * @param rows lines that may be sides, or pieces of them
   * @param columns upright ones
   * @param longest columns shorter than this are pieces
   * @param height of the raster
   */
  static Frames among(
      List<Rule> known, List<Rule> rows, List<Rule> columns, int longest, int height) {
    List<Rule> all = new ArrayList<>(known);
    rows.stream().filter(row -> row.path().length >= longest).forEach(all::add);
    List<Rule> upright = columns.stream().filter(side -> side.path().length >= longest).toList();
    Frames frames = new Frames(all, upright, height);
    frames.prune(known);
    frames.dropStrays(known);
    frames.prune(known);
    if (frames.columns.size() > 1) {
      frames.complete(rows, columns);
    }
    return frames;
  }

  List<Rule> rows() {
    return List.copyOf(rows);
  }

  List<Rule> columns() {
    return List.copyOf(columns);
  }

  /** Drops what is no side until all that is left are. */
  private void prune(List<Rule> known) {
    boolean dropped = true;
    while (dropped) {
      dropped = columns.removeIf(side -> !meetsBoth(side, rows));
      dropped |= rows.removeIf(row -> !known.contains(row) && !meetsBoth(row, columns));
    }
  }

  /** Boxes stand in a row and are printed in one go; a digit's stroke stands and looks apart. */
  private void dropStrays(List<Rule> known) {
    List<Rule> all = List.copyOf(rows);
    double most = all.stream().mapToDouble(row -> support(row, all)).max().orElse(0);
    rows.removeIf(row -> !known.contains(row) && support(row, all) < SUPPORT * most);
    columns.removeAll(columns.stream().filter(side -> !mayBeSide(side)).toList());
  }

  /** Whether an upright line is as thick and as upright as the sides that are known. */
  boolean mayBeSide(Rule line) {
    double thickness = median(columns.stream().mapToDouble(Rule::thickness));
    double slope = median(columns.stream().mapToDouble(Rule::slope));
    return columns.isEmpty()
        || (line.thickness() <= LIKE * thickness + 1 && Math.abs(line.slope() - slope) <= PARALLEL);
  }

  /** How long the lines level with a row are together. */
  private double support(Rule row, List<Rule> all) {
    int middle = row.from() + row.path().length / 2;
    return all.stream()
        .filter(other -> Math.abs(at(other, middle) - at(row, middle)) <= LEVEL * height)
        .mapToInt(other -> other.path().length)
        .sum();
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private void complete(List<Rule> rowPieces, List<Rule> columnPieces) {
    List<Rule> sides =
        columns.stream().sorted((a, b) -> Double.compare(a.first(), b.first())).toList();
    double pitch = pitch(sides);
    for (Rule piece : columnPieces) {
      if (meetsOne(piece, rows) && isRepeated(piece, sides, pitch)) {
        columns.add(piece);
      }
    }
    List<Rule> lines = List.copyOf(rows);
    for (Rule piece : rowPieces) {
      boolean continues = lines.stream().anyMatch(line -> isContinued(line, piece));
      if (continues && meetsOne(piece, columns)) {
        rows.add(piece);
      }
    }
  }

  private boolean meetsBoth(Rule line, Set<Rule> across) {
    return meets(line.from(), line.first(), across) && meets(line.to(), line.last(), across);
  }

  private boolean meetsOne(Rule line, Set<Rule> across) {
    return meets(line.from(), line.first(), across) || meets(line.to(), line.last(), across);
  }

  private boolean meets(double along, double off, Set<Rule> across) {
    return across.stream().anyMatch(line -> line.passes(off, along, REACH * height));
  }

  /** Whether a piece lies within the rows of a side, and where boxes repeat. */
  private boolean isRepeated(Rule piece, List<Rule> sorted, double pitch) {
    double middle = piece.path()[piece.path().length / 2];
    for (int i = 0; i < sorted.size(); i++) {
      Rule side = sorted.get(i);
      if (!isLike(side, piece)) {
        continue;
      }
      double off = Math.abs(middle - at(side, piece.from() + piece.path().length / 2));
      if (off <= COLLINEAR * height) {
        return true;
      }
      double steps = pitch == 0 ? 0 : Math.rint(off / pitch);
      if (steps > 0 && steps <= NEIGHBOURS && Math.abs(off - steps * pitch) <= COLLINEAR * height) {
        return true;
      }
    }
    return false;
  }

  /**
   * How far apart boxes are: the distance that most sides have to both of their likes; 0 if none.
   */
  private double pitch(List<Rule> sorted) {
    double best = 0;
    int most = 0;
    for (int a = 0; a < sorted.size(); a++) {
      for (int b = a + 1; b <= Math.min(sorted.size() - 1, a + NEIGHBOURS); b++) {
        double pitch = sorted.get(b).first() - sorted.get(a).first();
        int chains = pitch < LEAST_PITCH * height ? 0 : chains(sorted, pitch);
        if (chains > most) {
          most = chains;
          best = pitch;
        }
      }
    }
    return best;
  }

  private int chains(List<Rule> sides, double pitch) {
    int chains = 0;
    for (Rule side : sides) {
      chains +=
          isThere(sides, side.first() - pitch) && isThere(sides, side.first() + pitch) ? 1 : 0;
    }
    return chains;
  }

  private boolean isThere(List<Rule> sides, double off) {
    return sides.stream().anyMatch(side -> Math.abs(side.first() - off) <= COLLINEAR * height);
  }

  private boolean isLike(Rule side, Rule piece) {
    double reach = REACH * height;
    return piece.thickness() <= THICKER * side.thickness() + 1
        && piece.from() >= side.from() - 2 * reach
        && piece.to() <= side.to() + 2 * reach;
  }

  private boolean isContinued(Rule line, Rule piece) {
    int middle = piece.from() + piece.path().length / 2;
    return piece.thickness() <= THICKER * line.thickness() + 1
        && Math.abs(at(line, middle) - piece.path()[piece.path().length / 2]) <= COLLINEAR * height;
  }

  /** Where a line is at a place that may lie beyond its ends. */
  private static double at(Rule line, int along) {
    int within = along - line.from();
    if (within >= 0 && within < line.path().length) {
      return line.path()[within];
    }
    return within < 0
        ? line.first() + line.slope() * within
        : line.last() + line.slope() * (within - line.path().length + 1);
  }
}
