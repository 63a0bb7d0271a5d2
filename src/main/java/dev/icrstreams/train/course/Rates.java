package dev.icrstreams.train.course;

import dev.icrstreams.train.declare.Fitting;

/** The learning rate of every step of a training. Immutable. */
final class Rates {
  private final Fitting.Schedule schedule;
  private final CosineSchedule cosine;
  private final double peak;
  private final int warmUp;
  private final int steps;

  /**
   * @param warmUp steps in which the rate climbs; a tenth of all steps at most
   */
  Rates(Fitting.Schedule schedule, double peak, int warmUp, int steps) {
    this.schedule = schedule;
    this.peak = peak;
    this.warmUp = Math.min(warmUp, steps / 10);
    this.steps = steps;
    cosine = new CosineSchedule(peak, this.warmUp, steps);
  }

  /** The rate of a step, counted from 0. */
  double at(int step) {
    if (step < warmUp) {
      return peak * (step + 1) / warmUp;
    }
    return switch (schedule) {
      case CONSTANT -> peak;
      case COSINE -> cosine.valueAt(step, 0);
      case STEPS -> 4L * step >= 3L * steps ? peak / 100 : 2L * step >= steps ? peak / 10 : peak;
    };
  }
}
