package dev.icrstreams.synth.writing;

import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.WriterStyle;

/** The line that digits stand on when nothing is printed to write on: it rises, falls, wavers. */
final class Baseline {
  private final double slope;
  private final double swing;
  private final double period;
  private final double phase;
  private final double jitter;

  Baseline(WriterStyle style, SeededRandom random) {
    boolean free = random.chance(0.3);
    slope = free ? random.around(0, 0.045, -0.11, 0.11) : style.baselineSlope();
    swing = random.chance(0.25) ? style.height() * random.between(0.03, 0.12) : 0;
    period = style.height() * random.between(2.5, 6);
    phase = random.between(0, 6.28);
    jitter = style.height() * style.baselineJitter() * (free ? 1.5 : 1);
  }

  double at(double x) {
    return slope * x + swing * StrictMath.sin(phase + 6.2831853 * x / period);
  }

  double foot(double x, SeededRandom random) {
    return at(x) + jitter * random.gaussian();
  }
}
