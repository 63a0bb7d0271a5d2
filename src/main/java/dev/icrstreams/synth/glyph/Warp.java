package dev.icrstreams.synth.glyph;

import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.raster.SmoothNoise;

/**
 * An elastic distortion: every point of a digit is moved by a smooth random field (Simard,
 * Steinkraus, Platt, "Best practices for convolutional neural networks applied to visual document
 * analysis", ICDAR 2003). Two warps of one seed differ only a little, as two digits of one writer
 * do.
 *
 * @param stretch the width's
 * @param amplitude how far points move at most, in pixels of the digit
 * @param seed of the field that all of them share
 */
record Warp(double stretch, double amplitude, long seed) {
  static final Warp NONE = new Warp(1, 0, 0);

  /** The digit's pixels between two points that move independently. */
  private static final double CELL = 7;

  /** Of the movement, what is new every time. */
  private static final double UNSTEADY = 0.25;

  /** Displacements in pixels of the digit, at pixels of the drawing. */
  static final class Field {
    private final double amplitude;
    private final SmoothNoise[] noise;

    private Field(double amplitude, SmoothNoise... noise) {
      this.amplitude = amplitude;
      this.noise = noise;
    }

    double right(int x, int y) {
      return amplitude == 0 ? 0 : amplitude * (noise[0].at(x, y) + UNSTEADY * noise[1].at(x, y));
    }

    double down(int x, int y) {
      return amplitude == 0 ? 0 : amplitude * (noise[2].at(x, y) + UNSTEADY * noise[3].at(x, y));
    }
  }

  static Warp draw(SeededRandom random) {
    return new Warp(random.around(1, 0.12, 0.75, 1.3), random.between(0.3, 1.1), random.nextLong());
  }

  /** Points move so many times as far. */
  Warp freer(double times) {
    return new Warp(stretch, amplitude * times, seed);
  }

  /** Pixels of a drawing to keep free for what moves outwards. */
  int room(double scale) {
    return (int) Math.ceil(2 * amplitude * scale);
  }

  /** The field over a drawing {@code scale} times as large as the digit. */
  Field over(int width, int height, double scale, SeededRandom random) {
    if (amplitude == 0) {
      return new Field(0);
    }
    SeededRandom own = new SeededRandom(seed, 0);
    double cell = CELL * scale;
    return new Field(
        amplitude,
        new SmoothNoise(width, height, cell, own),
        new SmoothNoise(width, height, cell, random),
        new SmoothNoise(width, height, cell, own),
        new SmoothNoise(width, height, cell, random));
  }
}
