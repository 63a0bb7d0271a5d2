package dev.icrstreams.synth.paper;

import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.raster.SmoothNoise;

/** What paper shows before anybody prints or writes on it: security patterns, texture, stains. */
public enum Ground {
  /** Families of sine lines, as on cheques. */
  GUILLOCHE {
    @Override
    public void cover(Plane plane, double strength, SeededRandom random) {
      int families = random.range(1, 3);
      for (int family = 0; family < families; family++) {
        double pitch = random.between(4, 14);
        double height = random.between(3, 22);
        double length = random.between(25, 160);
        double drift = random.between(-0.8, 0.8);
        double turn = random.between(0, 0.5);
        double line = random.between(0.7, 1.6);
        int lines = (int) ((plane.height + 2 * height) / pitch) + 1;
        for (int i = 0; i < lines; i++) {
          double middle = i * pitch - height;
          double before = Double.NaN;
          for (int x = 0; x < plane.width; x++) {
            double angle = 6.2831853 * x / length + i * turn;
            double y = middle + drift * 0.1 * x % pitch + height * StrictMath.sin(angle);
            dot(plane, x, y, before, line, strength);
            before = y;
          }
        }
      }
    }
  },
  /** Fine lines about a centre, their radius wavering. */
  ROSETTE {
    @Override
    public void cover(Plane plane, double strength, SeededRandom random) {
      double x0 = random.between(0, plane.width);
      double y0 = random.between(0, plane.height);
      double pitch = random.between(4, 10);
      double petals = random.range(5, 14);
      double swing = random.between(0.1, 0.5);
      for (int y = 0; y < plane.height; y++) {
        for (int x = 0; x < plane.width; x++) {
          double dx = x - x0;
          double dy = y - y0;
          double radius = Math.sqrt(dx * dx + dy * dy);
          double wave = swing * 10 * StrictMath.sin(petals * StrictMath.atan2(dy, dx));
          line(plane, x, y, (radius + wave) / pitch, pitch, strength);
        }
      }
    }
  },
  /** Two families of straight lines that beat against each other. */
  MOIRE {
    @Override
    public void cover(Plane plane, double strength, SeededRandom random) {
      double pitch = random.between(3.5, 8);
      double lean = random.between(-1, 1);
      double other = lean + random.between(0.05, 0.6);
      for (int y = 0; y < plane.height; y++) {
        for (int x = 0; x < plane.width; x++) {
          line(plane, x, y, (x * lean + y) / pitch, pitch, strength);
          line(plane, x, y, (x * other + y) / pitch, pitch, strength);
        }
      }
    }
  },
  /** A printer's dots. */
  HALFTONE {
    @Override
    public void cover(Plane plane, double strength, SeededRandom random) {
      double pitch = random.between(2.5, 6);
      double size = random.between(0.25, 0.5);
      double turn = random.between(0, 0.8);
      double cosine = StrictMath.cos(turn) / pitch;
      double sine = StrictMath.sin(turn) / pitch;
      for (int y = 0; y < plane.height; y++) {
        for (int x = 0; x < plane.width; x++) {
          double u = x * cosine + y * sine;
          double v = y * cosine - x * sine;
          double du = u - Math.rint(u);
          double dv = v - Math.rint(v);
          double inside = (size - Math.sqrt(du * du + dv * dv)) * pitch + 0.5;
          plane.cover(x, y, strength * Math.max(0, Math.min(1, inside)));
        }
      }
    }
  },
  /** Even grey or coloured paper. */
  TINT {
    @Override
    public void cover(Plane plane, double strength, SeededRandom random) {
      for (int i = 0; i < plane.values.length; i++) {
        plane.values[i] = Math.max(plane.values[i], (float) (0.7 * strength));
      }
    }
  },
  /** Recycled paper, or a desk's wood: clouds, stretched or not. */
  FIBRES {
    @Override
    public void cover(Plane plane, double strength, SeededRandom random) {
      double grain = random.between(1.2, 4);
      int stretch = random.chance(0.5) ? 1 : random.range(4, 16);
      SmoothNoise fine =
          new SmoothNoise(plane.width, plane.height * stretch, grain * stretch, random);
      SmoothNoise coarse = new SmoothNoise(plane.width, plane.height, grain * 9, random);
      for (int y = 0; y < plane.height; y++) {
        for (int x = 0; x < plane.width; x++) {
          double value = 0.5 + 0.3 * fine.at(x, y * stretch) + 0.2 * coarse.at(x, y);
          plane.cover(x, y, strength * value);
        }
      }
    }
  },
  /** Large pale shapes: a seal, a word. */
  WATERMARK {
    @Override
    public void cover(Plane plane, double strength, SeededRandom random) {
      double size = plane.height * random.between(0.5, 1.1);
      double pen = size * random.between(0.06, 0.16);
      double y = plane.height * random.between(0.2, 0.8);
      for (double x = random.between(-0.5, 1) * size; x < plane.width; x += size * 1.1) {
        Scribbled.letter(plane, x, y - size / 2, size, pen, strength * 0.8, random);
      }
    }
  },
  /** A spot that something left, or a fold. */
  STAIN {
    @Override
    public void cover(Plane plane, double strength, SeededRandom random) {
      double x0 = random.between(0, plane.width);
      if (random.chance(0.5)) {
        double lean = plane.height * random.between(-0.2, 0.2);
        plane.line(x0 - lean, 0, x0 + lean, plane.height, random.between(1, 4), strength);
        return;
      }
      double y0 = random.between(0, plane.height);
      double radius = plane.height * random.between(0.2, 0.7);
      double rim = random.between(1.5, 5);
      for (int y = 0; y < plane.height; y++) {
        for (int x = 0; x < plane.width; x++) {
          double dx = x - x0;
          double dy = y - y0;
          double inside = radius - Math.sqrt(dx * dx + dy * dy);
          double edge = Math.max(0, 1 - Math.abs(inside) / rim);
          plane.cover(x, y, strength * Math.max(edge, inside > 0 ? 0.45 : 0));
        }
      }
    }
  };

  /** Covers a plane with it, no pixel by more than {@code strength}, 0 to 1. */
  public abstract void cover(Plane plane, double strength, SeededRandom random);

  /** One of them, guilloches more often. */
  public static Ground draw(SeededRandom random) {
    return random.chance(0.35) ? GUILLOCHE : values()[random.range(0, values().length - 1)];
  }

  /** Covers the rows between the last column's row and this one's, with a soft edge. */
  private static void dot(
      Plane plane, int x, double y, double before, double thickness, double strength) {
    double from = Double.isNaN(before) ? y : Math.min(y, (y + before) / 2);
    double to = Double.isNaN(before) ? y : Math.max(y, (y + before) / 2);
    double reach = thickness / 2;
    for (int row = (int) Math.floor(from - reach); row <= to + reach + 1; row++) {
      double away = Math.max(0, Math.max(from - row, row - to));
      plane.cover(x, row, strength * Math.max(0, Math.min(1, reach + 0.5 - away)));
    }
  }

  private static void line(Plane plane, int x, int y, double phase, double pitch, double strength) {
    double away = Math.abs(phase - Math.rint(phase)) * pitch;
    if (away < 1.2) {
      plane.cover(x, y, strength * Math.min(1, 1.2 - away));
    }
  }
}
