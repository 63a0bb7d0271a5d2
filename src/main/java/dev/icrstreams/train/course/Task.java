package dev.icrstreams.train.course;

import dev.icrstreams.train.network.Fitter;
import java.io.IOException;
import java.util.Map;

/**
 * What is particular to the training of one kind of network; {@link Course} does the rest. What a
 * batch holds must depend on the epoch and its place alone. For one thread.
 */
public interface Task {
  /** Steps of an epoch. */
  int steps();

  /** Prepares an epoch, counted from 1; the first call may be for a later one. */
  void begin(int epoch) throws InterruptedException;

  /** One step, on the next batch. */
  Fitted step(double rate) throws InterruptedException;

  /** Leaves the next batch out: it was learned from before a pause. */
  void skip() throws InterruptedException;

  /** What fits the weights. */
  Fitter fitter();

  /** How well the averaged weights read what is held out. */
  Judged judge();

  /**
   * Writes the model as it stands.
   *
   * @return its version
   */
  String keep(int epoch, Judged judged) throws IOException;

  /** Whether every epoch's model replaces the one before, also a worse one. */
  default boolean keepsEvery() {
    return false;
  }

  /** Whether it goes on from the weights of a model, of which is told what they read before. */
  default boolean goesOn() {
    return false;
  }

  /**
   * A step's outcome.
   *
   * @param loss mean cross-entropy in nats
   * @param accuracy share of the batch that was read right; NaN if that is not known
   */
  record Fitted(double loss, double accuracy) {}

  /**
   * What is known of the weights.
   *
   * @param accuracy share of what is held out that is read right
   * @param loss its mean cross-entropy
   * @param choice by which the best epoch is chosen, the higher the better
   * @param choiceLoss which decides between equals, the lower the better
   * @param kinds accuracies of what else is held out, by kind
   */
  record Judged(
      double accuracy, double loss, double choice, double choiceLoss, Map<String, Double> kinds) {
    /** An outcome on one kind of images. */
    public static Judged of(double accuracy, double loss) {
      return new Judged(accuracy, loss, accuracy, loss, Map.of());
    }
  }
}
