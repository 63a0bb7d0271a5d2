package dev.icrstreams.train.course;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that climbs linearly to its peak and falls to almost nothing along half a cosine
 * (Loshchilov and Hutter, "SGDR", 2017, without restarts).
 */
public final class CosineSchedule implements ISchedule {
  private static final long serialVersionUID = 1;
  private static final double FLOOR = 0.002;

  private final double peak;
  private final int warmUp;
  private final int steps;

  /**
   * A schedule.
   *
   * @param peak the highest rate
   * @param warmUp steps until it is reached
   * @param steps steps in all
   */
  public CosineSchedule(double peak, int warmUp, int steps) {
    this.peak = peak;
    this.warmUp = warmUp;
    this.steps = steps;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    if (iteration < warmUp) {
      return peak * (iteration + 1) / warmUp;
    }
    double done = Math.min(1, (double) (iteration - warmUp) / Math.max(1, steps - warmUp));
    return peak * (FLOOR + (1 - FLOOR) * (1 + Math.cos(Math.PI * done)) / 2);
  }

  @Override
  public ISchedule clone() {
    return new CosineSchedule(peak, warmUp, steps);
  }
}
