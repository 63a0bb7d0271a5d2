package dev.icrstreams.train.descent;

/** Moves weights against their gradients. For one thread. */
public interface Optimiser {
  /**
   * One step.
   *
   * @param weights changed in place
   * @param steps how many with this one, from 1
   */
  void step(float[] weights, float[] gradients, double rate, long steps);

  /** What it remembers from step to step; not copies. */
  float[][] memory();
}
