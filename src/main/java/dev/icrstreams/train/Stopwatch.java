package dev.icrstreams.train;

/** How fast training goes and how long it will take, validation included. For one thread. */
final class Stopwatch {
  private final long started = System.nanoTime();
  private final int steps;
  private final int batch;
  private int done;

  /**
   * @param steps steps in all
   * @param batch images a step
   */
  Stopwatch(int steps, int batch) {
    this.steps = steps;
    this.batch = batch;
  }

  void step() {
    done++;
  }

  double imagesPerSecond() {
    return (double) done * batch / seconds();
  }

  double secondsLeft() {
    return seconds() / Math.max(1, done) * (steps - done);
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }
}
