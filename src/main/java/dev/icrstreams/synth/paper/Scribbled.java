package dev.icrstreams.synth.paper;

import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;

/** Shapes that look like print from afar: letters and lines of them. */
final class Scribbled {
  private Scribbled() {}

  /** Something like a capital letter in a square. */
  static void letter(
      Plane plane,
      double x,
      double y,
      double size,
      double pen,
      double strength,
      SeededRandom random) {
    double w = size * 0.55;
    if (random.chance(0.35)) {
      double middleX = x + w / 2;
      double middleY = y + size / 2;
      int from = random.range(0, 3);
      int to = random.range(9, 12);
      for (int i = from; i < to; i++) {
        double a = i * Math.PI / 6;
        double b = (i + 1) * Math.PI / 6;
        plane.line(
            middleX + w / 2 * StrictMath.cos(a),
            middleY + size / 2 * StrictMath.sin(a),
            middleX + w / 2 * StrictMath.cos(b),
            middleY + size / 2 * StrictMath.sin(b),
            pen,
            strength);
      }
      return;
    }
    plane.line(x, y, x, y + size, pen, strength);
    double third = y + size * random.between(0.35, 0.6);
    if (random.chance(0.6)) {
      plane.line(x, y, x + w, y, pen, strength);
    }
    if (random.chance(0.6)) {
      plane.line(x, third, x + w * 0.8, third, pen, strength);
    }
    if (random.chance(0.5)) {
      plane.line(x, third, x + w, y + size, pen, strength);
    } else {
      plane.line(x + w, y, x + w, y + size, pen, strength);
    }
  }

  /** A line of small print, from column x to column {@code right}. */
  static void text(
      Plane plane, double x, double y, double right, double size, SeededRandom random) {
    double at = x;
    double pen = Math.max(1, size * random.between(0.1, 0.18));
    while (at + size * 0.6 < right) {
      if (!random.chance(0.16)) {
        double height = random.chance(0.4) ? size : size * 0.7;
        letter(plane, at, y + size - height, height, pen, 0.9, random);
      }
      at += size * 0.75;
    }
  }
}
