package dev.icrstreams.train;

/** How fast training goes and how long it will take, validation included. For one thread. */
public final class Stopwatch {
  private final long started = System.nanoTime();
  private final int steps;
  private final int batch;
  private int done;

  /**
   * Starts now.
   *
   * @param steps steps in all
   * @param batch images a step
   */
  public Stopwatch(int steps, int batch) {
    this.steps = steps;
    this.batch = batch;
  }

  /** A step was done. */
  public void step() {
    done++;
  }

  /** Images a second so far. */
  public double imagesPerSecond() {
    return (double) done * batch / seconds();
  }

  /** What the steps left will take at the speed so far. */
  public double secondsLeft() {
    return seconds() / Math.max(1, done) * (steps - done);
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }
}
