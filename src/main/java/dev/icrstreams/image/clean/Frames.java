package dev.icrstreams.image.clean;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

  private void complete(List<Rule> rowPieces, List<Rule> columnPieces) {
    List<Rule> sides = List.copyOf(columns);
    for (Rule piece : columnPieces) {
      if (meetsOne(piece, rows) && isRepeated(piece, sides)) {
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
  private boolean isRepeated(Rule piece, List<Rule> sides) {
    List<Rule> sorted =
        sides.stream().sorted((a, b) -> Double.compare(a.first(), b.first())).toList();
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
      for (int a = 0; a < sorted.size(); a++) {
        for (int b = a + 1; b <= Math.min(sorted.size() - 1, a + NEIGHBOURS); b++) {
          double pitch = sorted.get(b).first() - sorted.get(a).first();
          double steps = Math.rint(off / pitch);
          if (pitch >= LEAST_PITCH * height
              && steps <= NEIGHBOURS
              && Math.abs(off - steps * pitch) <= COLLINEAR * height) {
            return true;
          }
        }
      }
    }
    return false;
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
