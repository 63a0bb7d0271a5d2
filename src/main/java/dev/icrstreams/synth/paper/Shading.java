package dev.icrstreams.synth.paper;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.List;

/** Cells that are printed on a tint, or left white in one. */
final class Shading {
  private Shading() {}

  /** Mostly nothing; else a tint in the cells, or around them. */
  static void draw(Plane plane, List<Box> cells, SeededRandom random) {
    double which = random.uniform();
    float tint = (float) random.between(0.08, 0.32);
    if (which < 0.12) {
      cells.forEach(cell -> fill(plane, cell, tint));
    } else if (which < 0.22) {
      fill(plane, new Box(0, 0, plane.width, plane.height), tint);
      cells.forEach(cell -> fill(plane, cell, 0));
    }
  }

  private static void fill(Plane plane, Box box, float value) {
    for (int y = Math.max(0, box.y()); y < Math.min(plane.height, box.bottom()); y++) {
      for (int x = Math.max(0, box.x()); x < Math.min(plane.width, box.right()); x++) {
        plane.values[y * plane.width + x] = value;
      }
    }
  }
}
