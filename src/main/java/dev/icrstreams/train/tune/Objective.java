package dev.icrstreams.train.tune;

import java.io.IOException;

/** Judges a trial. */
@FunctionalInterface
public interface Objective {
  /**
   * Trains for so many epochs from the beginning, and looks at nothing that a test will be made
   * with.
   *
   * @return share of the validation images taken right, the higher the better
   * @throws IllegalArgumentException if these values cannot be used together; the search goes on
   * @throws IOException if no trial could be judged; the search ends
   * @throws InterruptedException if the thread is interrupted
   */
  double validationAccuracy(Trial trial, int epochs) throws IOException, InterruptedException;
}
