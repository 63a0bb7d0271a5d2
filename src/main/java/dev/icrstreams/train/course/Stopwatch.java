package dev.icrstreams.train.course;

/** How fast training goes and how long it will take, validation included. For one thread. */
public final class Stopwatch {
  private final long started = System.nanoTime();
  private final int steps;
  private final int batch;
  private final double before;
  private int done;

  /**
   * Starts now.
   *
   * @param steps steps in all
   * @param batch images a step
   */
  public Stopwatch(int steps, int batch) {
    this(steps, batch, 0);
  }

  /**
   * Starts again after a pause.
   *
   * @param before seconds that went by before it
   */
  Stopwatch(int steps, int batch, double before) {
    this.steps = steps;
    this.batch = batch;
    this.before = before;
  }

  /** Seconds of training so far, pauses left out. */
  double total() {
    return before + seconds();
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
