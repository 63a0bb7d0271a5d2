package dev.icrstreams.synth.paper;

import dev.icrstreams.image.plane.Blur;
import dev.icrstreams.synth.raster.Plane;
import dev.icrstreams.synth.raster.Rotation;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.writing.Placement;
import dev.icrstreams.synth.writing.Writing;

/** Writing on the paper's other side that shows through: mirrored, pale, soft. */
public final class Reverse {
  private Reverse() {}

  /** Shows digits of a number, mirrored, on the paper's ground. */
  public static void show(Plane ground, Writing writing, SeededRandom random) {
    Plane back = new Plane(ground.width, ground.height);
    int down = (int) (ground.height * random.between(-0.5, 0.5));
    for (Placement digit : writing.digits()) {
      if (random.chance(0.7)) {
        digit.moved(0, down).draw(back, new Rotation(0, ground.width, ground.height));
      }
    }
    Blur.gaussian(back.values, back.width, back.height, random.between(0.6, 1.6));
    double strength = random.between(0.12, 0.4);
    for (int y = 0; y < ground.height; y++) {
      for (int x = 0; x < ground.width; x++) {
        ground.cover(x, y, strength * back.at(ground.width - 1 - x, y));
      }
    }
  }
}
