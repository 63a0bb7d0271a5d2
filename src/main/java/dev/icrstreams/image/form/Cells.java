package dev.icrstreams.image.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cells that are not closed: a rule with a tick up at either end, a pair of brackets. Straight
 * lines that meet at corners, twice and alike, are no digit's.
 */
final class Cells {
  private static final double REACH = 0.05;
  private static final double SAME_END = 0.05;
  private static final double BASE = 0.3;
  private static final double TALL = 0.4;

  private final double reach;
  private final int height;
  private final Set<Rule> rows = new LinkedHashSet<>();
  private final Set<Rule> columns = new LinkedHashSet<>();

  private Cells(int height) {
    this.height = height;
    this.reach = REACH * height;
  }

  /** The open cells among lines along the rows and upright ones. */
  static Cells among(List<Rule> rows, List<Rule> columns, byte[] soft, int width, int height) {
    Cells cells = new Cells(height);
    rows.stream()
        .filter(row -> row.path().length >= BASE * height)
        .forEach(row -> cells.addCup(row, columns));
    cells.addBrackets(
        columns.stream()
            .filter(column -> column.path().length >= TALL * height)
            .flatMap(column -> Bracket.at(column, soft, width, height).stream())
            .toList());
    return cells;
  }

  Set<Rule> rows() {
    return rows;
  }

  Set<Rule> columns() {
    return columns;
  }

  private void addCup(Rule row, List<Rule> columns) {
    for (Rule left : columns) {
      if (!stands(left, row.from(), row.first())) {
        continue;
      }
      for (Rule right : columns) {
        if (stands(right, row.to(), row.last())
            && right.last() - left.last() > row.path().length / 2.0
            && Math.abs(left.from() - right.from()) <= SAME_END * height
            && isAlike(left, right)
            && isAlike(left, row)) {
          rows.add(row);
          this.columns.add(left);
          this.columns.add(right);
        }
      }
    }
  }

  private boolean stands(Rule column, double x, double y) {
    return Math.abs(column.last() - x) <= reach + column.thickness() / 2
        && Math.abs(column.to() - y) <= reach + column.thickness();
  }

  private void addBrackets(List<Bracket> brackets) {
    for (Bracket opening : brackets) {
      for (Bracket closing : brackets) {
        if (opening.side() > 0
            && closing.side() < 0
            && opening.column().first() < closing.column().first()
            && Math.abs(opening.column().from() - closing.column().from()) <= SAME_END * height
            && Math.abs(opening.column().to() - closing.column().to()) <= SAME_END * height
            && isAlike(opening.column(), closing.column())) {
          for (Bracket bracket : List.of(opening, closing)) {
            columns.add(bracket.column());
            rows.add(bracket.top());
            rows.add(bracket.bottom());
          }
        }
      }
    }
  }

  private static boolean isAlike(Rule a, Rule b) {
    return Math.abs(a.thickness() - b.thickness())
        <= 1.2 + 0.3 * Math.min(a.thickness(), b.thickness());
  }
}
