package dev.icrstreams.synth.scan;

import dev.icrstreams.synth.raster.SeededRandom;

/**
 * How a pen leaves its ink. Immutable.
 *
 * @param full how much of it at most, 0 to 1
 * @param grain how much the paper's tooth takes away, 0 to 1
 * @param waver how much it varies along a stroke, 0 to 1
 * @param gaps how much is missing where the ink fails, 0 to 1
 */
public record Pen(double full, double grain, double waver, double gaps) {
  /** One that leaves its ink everywhere. */
  public static final Pen BALL = new Pen(1, 0, 0, 0);

  private static final double FAILING = 0.62;

  /** Any pen; where it shall be plain, neither a pencil nor one that fails. */
  public static Pen draw(boolean plain, SeededRandom random) {
    double which = random.uniform();
    if (which < 0.5) {
      return new Pen(1, random.between(0, 0.15), random.between(0, 0.15), 0); // ball
    }
    if (which < 0.7) {
      return new Pen(1, 0, 0, 0); // felt
    }
    if (which < 0.82 || plain) {
      return new Pen(1, 0, random.between(0.1, plain ? 0.2 : 0.35), 0); // fountain
    }
    if (which < 0.93) {
      return new Pen(random.between(0.6, 0.9), random.between(0.3, 0.6), 0.1, 0); // pencil
    }
    return new Pen(1, 0.15, 0.2, random.between(0.4, 0.9)); // failing
  }

  /** What share of a stroke's ink stays where the noises, -1 to 1, are so. */
  double ink(double grainNoise, double waverNoise) {
    double ink = full * (1 - grain * grainNoise * grainNoise);
    ink *= 1 - waver * (0.5 + 0.5 * waverNoise);
    if (waverNoise > FAILING) {
      ink *= 1 - gaps * Math.min(1, (waverNoise - FAILING) * 6);
    }
    return ink;
  }
}
