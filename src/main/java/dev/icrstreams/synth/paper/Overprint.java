package dev.icrstreams.synth.paper;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;

/**
 * What lies across the writing and has nothing to do with a field: graph paper, a stamp, a fold.
 */
public enum Overprint {
  /** Graph paper, or ruled lines alone. */
  GRID {
    @Override
    public void print(Plane print, Box written, SeededRandom random) {
      double pitch = Math.max(5, written.height() * random.between(0.22, 1.1));
      double pen = random.between(0.7, Math.min(2.2, 0.12 * pitch + 0.5));
      double strength = random.between(0.2, 0.85);
      boolean across = random.chance(0.25);
      double up = random.between(0, pitch);
      for (double y = up; y < print.height; y += pitch) {
        print.line(0, y, print.width, y, pen, strength);
      }
      for (double x = random.between(0, pitch); x < print.width && !across; x += pitch) {
        print.line(x, 0, x, print.height, pen, strength);
      }
    }
  },
  /** A grid of dots. */
  DOTS {
    @Override
    public void print(Plane print, Box written, SeededRandom random) {
      double pitch = Math.max(5, written.height() * random.between(0.2, 0.7));
      double pen = random.between(1, Math.min(3, 0.3 * pitch));
      double strength = random.between(0.3, 0.9);
      double left = random.between(0, pitch);
      for (double y = random.between(0, pitch); y < print.height; y += pitch) {
        for (double x = left; x < print.width; x += pitch) {
          print.line(x, y, x, y, pen, strength);
        }
      }
    }
  },
  /** Squares of two shades. */
  CHECKER {
    @Override
    public void print(Plane print, Box written, SeededRandom random) {
      double side = Math.max(5, written.height() * random.between(0.25, 1));
      float strength = (float) random.between(0.1, 0.4);
      double left = random.between(0, side);
      double up = random.between(0, side);
      for (int y = 0; y < print.height; y++) {
        for (int x = 0; x < print.width; x++) {
          if (((int) ((x + left) / side) + (int) ((y + up) / side)) % 2 == 0) {
            print.cover(x, y, strength);
          }
        }
      }
    }
  },
  /** A round or straight stamp with a line of letters, not quite even. */
  STAMP {
    @Override
    public void print(Plane print, Box written, SeededRandom random) {
      double height = written.height();
      double x = random.between(written.x(), written.right());
      double y = written.y() + height * random.between(-0.3, 1.3);
      double pen = Math.max(1, height * random.between(0.03, 0.09));
      double strength = random.between(0.2, 0.65);
      Plane stamp = new Plane(print.width, print.height);
      if (random.chance(0.6)) {
        double radius = height * random.between(0.5, 1.4);
        circle(stamp, x, y, radius, pen);
        circle(stamp, x, y, radius * random.between(0.7, 0.9), pen);
      } else {
        double wide = height * random.between(1, 3);
        double high = height * random.between(0.25, 0.6);
        Box box = new Box((int) (x - wide), (int) (y - high), (int) (2 * wide), (int) (2 * high));
        new Rule(pen, 0, 0, 1).frame(stamp, box, 0);
      }
      double size = Math.max(5, height * random.between(0.2, 0.4));
      Scribbled.text(stamp, x - 2 * size, y - size / 2, x + 2 * size, size, random);
      for (int i = 0; i < stamp.values.length; i++) {
        double even = strength * random.between(0.75, 1);
        print.values[i] = (float) Math.max(print.values[i], even * stamp.values[i]);
      }
    }
  },
  /** A fold: a dark line, and a shade on one side of it. */
  FOLD {
    @Override
    public void print(Plane print, Box written, SeededRandom random) {
      boolean upright = random.chance(0.7);
      double lean = random.between(-0.3, 0.3);
      double at =
          upright
              ? random.between(written.x(), written.right())
              : random.between(written.y(), written.bottom());
      double dark = random.between(0.1, 0.5);
      double line = random.between(0.5, 1.5);
      double shade = random.between(0, 0.15);
      double reach = written.height() * random.between(0.1, 0.6);
      for (int y = 0; y < print.height; y++) {
        for (int x = 0; x < print.width; x++) {
          double beyond = (upright ? x + lean * (y - written.y()) : y + lean * 0.2 * x) - at;
          double crease = dark * Math.max(0, 1 - Math.max(0, Math.abs(beyond) - line));
          double slope = beyond < 0 && beyond > -reach ? shade * (1 + beyond / reach) : 0;
          print.cover(x, y, Math.max(crease, slope));
        }
      }
    }
  };

  /**
   * Prints it across the writing.
   *
   * @param written the box of what is written, in pixels of the plane
   */
  public abstract void print(Plane print, Box written, SeededRandom random);

  /**
   * Prints it as dark as the form's own lines: only in another colour writing can be told from it.
   */
  public void printBoldly(Plane print, Box written, SeededRandom random) {
    Plane alone = new Plane(print.width, print.height);
    print(alone, written, random);
    float darkest = Float.MIN_VALUE;
    for (float value : alone.values) {
      darkest = Math.max(darkest, value);
    }
    for (int i = 0; i < alone.values.length; i++) {
      print.values[i] = Math.max(print.values[i], alone.values[i] / darkest);
    }
  }

  /** Any of them, graph paper more often. */
  public static Overprint draw(SeededRandom random) {
    return random.chance(0.25) ? GRID : values()[random.range(0, values().length - 1)];
  }

  private static void circle(Plane plane, double x, double y, double radius, double pen) {
    int sides = 48;
    for (int i = 0; i < sides; i++) {
      double a = i * 2 * Math.PI / sides;
      double b = (i + 1) * 2 * Math.PI / sides;
      plane.line(
          x + radius * StrictMath.cos(a),
          y + radius * StrictMath.sin(a),
          x + radius * StrictMath.cos(b),
          y + radius * StrictMath.sin(b),
          pen);
    }
  }
}
