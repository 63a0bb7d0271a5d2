package dev.icrstreams.synth.nonnumber;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;

/** A sign that stands in a field instead of a number. */
enum Jotting {
  TICK {
    @Override
    void draw(Pencil pencil, SeededRandom random) {
      double foot = random.between(0.25, 0.4);
      pencil.line(0, random.between(0.4, 0.65), foot, 1);
      pencil.line(foot, 1, random.between(0.95, 1.5), random.between(-0.1, 0.15));
    }
  },
  CROSS {
    @Override
    void draw(Pencil pencil, SeededRandom random) {
      pencil.line(random.between(0, 0.15), random.between(0, 0.15), 1, 1);
      pencil.line(1, random.between(0, 0.15), random.between(0, 0.15), 1);
    }
  },
  ARROW {
    @Override
    void draw(Pencil pencil, SeededRandom random) {
      double length = random.between(1.2, 2.4);
      double y = random.between(0.3, 0.7);
      double head = random.between(0.2, 0.4);
      pencil.line(0, y, length, 0.5);
      pencil.line(length - head, 0.5 - head, length, 0.5);
      pencil.line(length - head, 0.5 + head, length, 0.5);
    }
  },
  DASHES {
    @Override
    void draw(Pencil pencil, SeededRandom random) {
      double length = random.between(0.5, 2.5);
      double y = random.between(0.4, 0.6);
      pencil.line(0, y, length, y + random.between(-0.08, 0.08));
      if (random.chance(0.4)) {
        pencil.line(0.05, y + 0.25, length, y + 0.25 + random.between(-0.06, 0.06));
      }
    }
  },
  /** As accountants cancel what is left empty. */
  LONG_Z {
    @Override
    void draw(Pencil pencil, SeededRandom random) {
      double length = random.between(3, 4.5);
      pencil.line(0, 0.05, length, 0);
      pencil.line(length, 0, 0, 1);
      pencil.line(0, 1, length, random.between(0.9, 1.05));
    }
  };

  /** Draws in shares of the area's height from a place in it, with an unsteady hand. */
  record Pencil(Plane plane, double x, double y, double size, double pen, SeededRandom random) {
    void line(double x0, double y0, double x1, double y1) {
      double bendX = (x0 + x1) / 2 + random.around(0, 0.03, -0.08, 0.08);
      double bendY = (y0 + y1) / 2 + random.around(0, 0.03, -0.08, 0.08);
      plane.line(x + size * x0, y + size * y0, x + size * bendX, y + size * bendY, pen);
      plane.line(x + size * bendX, y + size * bendY, x + size * x1, y + size * y1, pen);
    }
  }

  abstract void draw(Pencil pencil, SeededRandom random);

  void draw(Plane plane, Box area, double pen, SeededRandom random) {
    double size = area.height() * random.between(0.6, 1.05);
    double x = area.x() + Math.max(0, area.width() - 2 * size) * random.uniform();
    double y = area.y() + (area.height() - size) * random.uniform();
    draw(new Pencil(plane, x, y, size, pen, random), random);
  }

  static Jotting drawAny(SeededRandom random) {
    return values()[random.range(0, values().length - 1)];
  }
}
