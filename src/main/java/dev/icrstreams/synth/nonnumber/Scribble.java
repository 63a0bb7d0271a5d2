package dev.icrstreams.synth.nonnumber;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.raster.SmoothNoise;

/** Pen marks that are no number. */
enum Scribble {
  /** Up and down across the field, as one strikes a field out. */
  ZIGZAG {
    @Override
    void draw(Plane plane, Box area, double pen, SeededRandom random) {
      int turns = random.range(5, 14);
      double x = area.x();
      double y = area.bottom() - random.uniform() * area.height() * 0.2;
      for (int i = 1; i <= turns; i++) {
        double nextX = area.x() + area.width() * (i + random.around(0, 0.2, -0.4, 0.4)) / turns;
        double reach = area.height() * random.between(0, 0.25);
        double nextY = i % 2 == 0 ? area.bottom() - reach : area.y() + reach;
        plane.line(x, y, nextX, nextY, pen);
        x = nextX;
        y = nextY;
      }
    }
  },
  /** A row of loops, each into the next, as in a signature. */
  LOOPS {
    @Override
    void draw(Plane plane, Box area, double pen, SeededRandom random) {
      double loops = random.between(3, 8);
      double radius = area.height() * random.between(0.2, 0.42);
      double phase = random.between(0, 6.28);
      double swing = random.between(0.1, 0.45);
      int steps = (int) (loops * 28);
      double x = 0;
      double y = 0;
      for (int i = 0; i <= steps; i++) {
        double t = (double) i / steps;
        double angle = phase + loops * 6.2831853 * t;
        double size = radius * (0.75 + swing * StrictMath.sin(2.7 * angle));
        double nextX = area.x() + area.width() * t + size * StrictMath.cos(angle);
        double nextY = area.y() + area.height() / 2.0 + size * StrictMath.sin(angle);
        if (i > 0) {
          plane.line(x, y, nextX, nextY, pen);
        }
        x = nextX;
        y = nextY;
      }
    }
  },
  /** Two or three strokes across the field. */
  STRUCK_OUT {
    @Override
    void draw(Plane plane, Box area, double pen, SeededRandom random) {
      int strokes = random.range(2, 3);
      for (int i = 0; i < strokes; i++) {
        double from = area.height() * random.uniform();
        double to = area.height() * random.uniform();
        plane.line(
            area.x() + area.width() * random.between(0, 0.15),
            area.y() + from,
            area.right() - area.width() * random.between(0, 0.15),
            area.y() + to,
            pen);
      }
    }
  },
  /** A wavering word-like line with ascenders. */
  WAVE {
    @Override
    void draw(Plane plane, Box area, double pen, SeededRandom random) {
      SmoothNoise sway = new SmoothNoise(area.width() + 1, 1, area.height() * 0.45, random);
      SmoothNoise jerk = new SmoothNoise(area.width() + 1, 1, area.height() * 0.14, random);
      double middle = area.y() + area.height() / 2.0;
      double y = middle;
      for (int x = 0; x < area.width(); x++) {
        double nextY = middle + area.height() * (0.45 * sway.at(x, 0) + 0.4 * jerk.at(x, 0));
        plane.line(area.x() + x, y, area.x() + x + 1, nextY, pen);
        y = nextY;
      }
    }
  };

  abstract void draw(Plane plane, Box area, double pen, SeededRandom random);

  static Scribble drawAny(SeededRandom random) {
    return values()[random.range(0, values().length - 1)];
  }
}
