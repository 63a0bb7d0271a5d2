package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import java.util.ArrayList;
import java.util.List;

/** What the form's printer put where the number goes. */
enum Furniture {
  NONE {
    @Override
    void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {}
  },
  BOXES {
    @Override
    void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {
      double rule = random.between(1.5, 3.2);
      for (Box cell : cells) {
        double right = cell.right() - 1;
        double bottom = cell.bottom() - 1;
        plane.line(cell.x(), cell.y(), right, cell.y(), rule);
        plane.line(cell.x(), bottom, right, bottom, rule);
        plane.line(cell.x(), cell.y(), cell.x(), bottom, rule);
        plane.line(right, cell.y(), right, bottom, rule);
      }
    }
  },
  COMB {
    @Override
    void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {
      double rule = random.between(1.5, 3);
      double teeth = cells.get(0).height() * random.between(0.22, 0.45);
      int bottom = cells.get(0).bottom() - 1;
      int right = cells.get(cells.size() - 1).right() - 1;
      plane.line(cells.get(0).x(), bottom, right, bottom, rule);
      plane.line(right, bottom - teeth, right, bottom, rule);
      for (Box cell : cells) {
        plane.line(cell.x(), bottom - teeth, cell.x(), bottom, rule);
      }
    }
  },
  UNDERLINE {
    @Override
    void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {
      double rule = random.between(1.4, 3);
      double y = extent.bottom() + extent.height() * random.between(-0.08, 0.14);
      double overhang = extent.height() * random.between(0.05, 0.4);
      double left = extent.x() - overhang;
      double right = extent.right() + overhang;
      if (random.chance(0.25)) {
        double step = random.between(5, 9);
        for (double x = left; x < right; x += step) {
          plane.line(x, y, x, y, rule);
        }
      } else {
        plane.line(left, y, right, y, rule);
      }
    }
  };

  /** All but none. */
  static final List<Furniture> PRINTED = List.of(BOXES, COMB, UNDERLINE);

  /**
   * Prints it.
   *
   * @param extent the number's box
   * @param cells the cells, if it has any
   */
  abstract void print(Plane plane, Box extent, List<Box> cells, SeededRandom random);

  boolean hasCells() {
    return this == BOXES || this == COMB;
  }

  /** Cells from (0, 0) rightwards, wide enough for most of the writer's digits. */
  static List<Box> cells(int count, WriterStyle style, SeededRandom random) {
    int width = (int) (style.height() * random.between(0.95, 1.25));
    int height = (int) (style.height() * random.between(1.2, 1.55));
    // neighbours share a rule unless the form keeps them apart
    int pitch = random.chance(0.6) ? width - 1 : width + random.range(4, 14);
    List<Box> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new Box(i * pitch, 0, width, height));
    }
    return cells;
  }
}
