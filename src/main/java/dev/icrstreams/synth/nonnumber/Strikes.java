package dev.icrstreams.synth.nonnumber;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;

/** How a number is struck out. */
enum Strikes {
  /** One to three level lines through its middle. */
  LEVEL {
    @Override
    void draw(Plane plane, Box number, double pen, SeededRandom random) {
      int lines = random.range(1, 3);
      double over = number.height() * random.between(0, 0.3);
      for (int i = 0; i < lines; i++) {
        double y = number.y() + number.height() * random.between(0.35, 0.65);
        double fall = number.height() * random.around(0, 0.1, -0.25, 0.25);
        plane.line(number.x() - over, y - fall, number.right() + over, y + fall, pen);
      }
    }
  },
  /** From corner to corner, once or crosswise. */
  DIAGONAL {
    @Override
    void draw(Plane plane, Box number, double pen, SeededRandom random) {
      double top = number.y() + number.height() * random.between(-0.15, 0.15);
      double bottom = number.bottom() + number.height() * random.between(-0.15, 0.15);
      plane.line(number.x(), bottom, number.right(), top, pen);
      if (random.chance(0.6)) {
        plane.line(number.x(), top, number.right(), bottom, pen);
      }
    }
  },
  /** Up and down all over it. */
  ZIGZAG {
    @Override
    void draw(Plane plane, Box number, double pen, SeededRandom random) {
      Scribble.ZIGZAG.draw(plane, number, pen, random);
    }
  },
  /** Many short slanted lines. */
  HATCHED {
    @Override
    void draw(Plane plane, Box number, double pen, SeededRandom random) {
      double step = number.height() * random.between(0.15, 0.4);
      double lean = number.height() * random.between(0.3, 0.8);
      for (double x = number.x(); x < number.right(); x += step * random.between(0.8, 1.2)) {
        double shift = step * random.between(-0.2, 0.2);
        plane.line(x + shift, number.bottom(), x + lean - shift, number.y(), pen);
      }
    }
  };

  abstract void draw(Plane plane, Box number, double pen, SeededRandom random);

  static Strikes drawAny(SeededRandom random) {
    return values()[random.range(0, values().length - 1)];
  }
}
