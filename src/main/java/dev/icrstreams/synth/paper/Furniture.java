package dev.icrstreams.synth.paper;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.WriterStyle;
import java.util.ArrayList;
import java.util.List;

/** What the form's printer put where the number goes. */
public enum Furniture {
  NONE {
    @Override
    public void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {}
  },
  BOXES {
    @Override
    public void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {
      Rule rule = Rule.draw(random);
      Shading.draw(plane, cells, random);
      double which = random.uniform();
      if (which < 0.1) {
        brackets(plane, cells, rule.solid(), random);
        return;
      }
      if (which < 0.2) {
        Box all = cells.stream().reduce(Box::union).orElseThrow();
        rule.frame(plane, all, 0);
        Rule divider = random.chance(0.5) ? Rule.draw(random) : rule;
        cells.stream()
            .skip(1)
            .forEach(c -> divider.line(plane, c.x(), c.y(), c.x(), c.bottom() - 1.0));
        return;
      }
      double round = which < 0.32 ? cells.get(0).height() * random.between(0.08, 0.25) : 0;
      cells.forEach(cell -> rule.frame(plane, cell, round));
    }
  },
  COMB {
    @Override
    public void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {
      Rule rule = Rule.draw(random);
      Rule tick = random.chance(0.7) ? rule : Rule.draw(random);
      boolean cups = random.chance(0.2);
      boolean ticksAlone = !cups && random.chance(0.12);
      double share = random.chance(0.25) ? random.between(0.5, 1) : random.between(0.15, 0.5);
      double teeth = cells.get(0).height() * share;
      if (random.chance(0.15)) {
        Shading.draw(plane, cells, random);
      }
      for (Box cell : cells) {
        double bottom = cell.bottom() - 1.0;
        double right = cell.right() - 1.0;
        // a cup leaves its neighbours a little air
        double air = cups ? cell.width() * 0.06 : 0;
        if (!ticksAlone) {
          rule.line(plane, cell.x() + air, bottom, right - air, bottom);
        }
        tick.line(plane, cell.x() + air, bottom - teeth, cell.x() + air, bottom);
        tick.line(plane, right - air, bottom - teeth, right - air, bottom);
      }
      if (!cups && !ticksAlone) {
        rule.line(
            plane,
            cells.get(0).x(),
            cells.get(0).bottom() - 1.0,
            cells.get(cells.size() - 1).right() - 1.0,
            cells.get(0).bottom() - 1.0);
      }
    }
  },
  UNDERLINE {
    @Override
    public void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {
      Rule rule = Rule.draw(random);
      double y = extent.bottom() + extent.height() * random.between(-0.12, 0.18);
      double overhang = extent.height() * random.between(0.05, 0.6);
      boolean across = random.chance(0.3);
      double left = across ? 0 : extent.x() - overhang;
      double right = across ? plane.width : extent.right() + overhang;
      rule.line(plane, left, y, right, y);
      if (random.chance(0.15)) {
        double apart = Math.max(3, extent.height() * random.between(0.06, 0.2));
        rule.line(plane, left, y + apart, right, y + apart);
      }
    }
  },
  FRAME {
    @Override
    public void print(Plane plane, Box extent, List<Box> cells, SeededRandom random) {
      double height = extent.height();
      int aside = (int) (height * random.between(0.05, 0.6));
      int above = (int) (height * random.between(-0.04, 0.35));
      int below = (int) (height * random.between(-0.04, 0.35));
      Box box =
          new Box(
              extent.x() - aside,
              extent.y() - above,
              extent.width() + 2 * aside,
              extent.height() + above + below);
      if (random.chance(0.3)) {
        Shading.draw(plane, List.of(box), random);
      }
      double round = random.chance(0.25) ? box.height() * random.between(0.08, 0.3) : 0;
      Rule.draw(random).frame(plane, box, round);
    }
  };

  /** All but none. */
  public static final List<Furniture> PRINTED = List.of(BOXES, COMB, UNDERLINE, FRAME);

  /**
   * Prints it.
   *
   * @param extent the number's box
   * @param cells the cells, if it has any
   */
  public abstract void print(Plane plane, Box extent, List<Box> cells, SeededRandom random);

  /** Whether it has a cell for each digit. */
  public boolean hasCells() {
    return this == BOXES || this == COMB;
  }

  /**
   * Cells from (0, 0) rightwards, wide enough for most of the writer's digits.
   *
   * @param apart before this cell the form leaves room for a printed sign; 0 for nowhere
   */
  public static List<Box> cells(int count, int apart, WriterStyle style, SeededRandom random) {
    double roomy = random.chance(0.2) ? random.between(0.8, 1.7) : 1;
    int width = (int) (style.height() * random.between(0.9, 1.25) * roomy);
    int height = (int) (style.height() * random.between(1.15, 1.55) * Math.max(0.95, roomy));
    // neighbours share a rule unless the form keeps them apart
    int pitch =
        random.chance(0.6)
            ? width - 1
            : width + Math.max(2, (int) (style.height() * random.between(0.06, 0.3)));
    int room = (int) (style.height() * random.between(0.3, 0.6));
    List<Box> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      cells.add(new Box(i * pitch + (apart > 0 && i >= apart ? room : 0), 0, width, height));
    }
    return cells;
  }

  /** Corners only: at the bottom, or all four. */
  private static void brackets(Plane plane, List<Box> cells, Rule rule, SeededRandom random) {
    double reach = cells.get(0).width() * random.between(0.15, 0.35);
    boolean top = random.chance(0.6);
    for (Box cell : cells) {
      double right = cell.right() - 1.0;
      double bottom = cell.bottom() - 1.0;
      rule.line(plane, cell.x(), bottom, cell.x() + reach, bottom);
      rule.line(plane, cell.x(), bottom, cell.x(), bottom - reach);
      rule.line(plane, right, bottom, right - reach, bottom);
      rule.line(plane, right, bottom, right, bottom - reach);
      if (top) {
        rule.line(plane, cell.x(), cell.y(), cell.x() + reach, cell.y());
        rule.line(plane, cell.x(), cell.y(), cell.x(), cell.y() + reach);
        rule.line(plane, right, cell.y(), right - reach, cell.y());
        rule.line(plane, right, cell.y(), right, cell.y() + reach);
      }
    }
  }
}
