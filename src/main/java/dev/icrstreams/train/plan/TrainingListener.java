package dev.icrstreams.train.plan;

import dev.icrstreams.data.LabelledFields.Skipped;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Is told how a training goes; called on the training thread. */
public interface TrainingListener {
  /**
   * Training begins.
   *
   * @param training digits learned from
   * @param validation digits held out
   */
  void started(TrainingPlan plan, int training, int validation);

  /**
   * The user's own labelled fields are read, before training begins.
   *
   * @param used fields to learn from
   * @param skipped those that cannot be used, with their reasons
   */
  default void extraRead(int used, List<Skipped> skipped) {}

  /**
   * What the model that training goes on from makes of what is held out: less after training would
   * be forgetting.
   *
   * @param loss mean validation loss in nats
   * @param accuracy share of right answers
   */
  default void begun(double loss, double accuracy) {}

  /** A few steps went by. */
  void progressed(Progress progress);

  /** An epoch ended. */
  void epochEnded(Epoch epoch);

  /**
   * How an epoch's weights read each kind of what else is held out: fields by their recipe, or
   * candidates cut out of fields.
   *
   * @param accuracies share of right answers by kind
   */
  default void fieldsRead(Map<String, Double> accuracies) {}

  /**
   * Training ended and the model is written.
   *
   * @param keptEpoch the epoch whose weights it holds
   * @param testAccuracy on the test half; null if its files are not there
   */
  void finished(Path model, int keptEpoch, double validationAccuracy, Double testAccuracy);

  /**
   * Something is made before the first epoch.
   *
   * @param what it is
   * @param done how many are made
   * @param all of how many
   */
  default void preparing(String what, int done, int all) {}

  /** Whether somebody wants the training to stop; asked before every step. */
  default boolean stopRequested() {
    return false;
  }

  /**
   * The training stops before its end, and can go on from here.
   *
   * @param checkpoint where it stands
   * @param epoch under way, counted from 1
   * @param hasModel whether the best model so far is written
   */
  default void paused(Path checkpoint, int epoch, boolean hasModel) {}

  /**
   * Where a training stands.
   *
   * @param epoch counted from 1
   * @param step steps of the epoch that are done
   * @param steps steps of an epoch
   * @param loss mean cross-entropy of the epoch so far, in nats
   * @param imagesPerSecond since training began
   * @param secondsLeft estimate for all that is left
   */
  record Progress(
      int epoch, int step, int steps, double loss, double imagesPerSecond, double secondsLeft) {}

  /**
   * One epoch's outcome.
   *
   * @param number counted from 1
   * @param loss mean training cross-entropy in nats
   * @param validationLoss mean cross-entropy of the averaged weights on the digits held out
   * @param validationAccuracy share of those read right
   * @param best whether it is the best epoch so far
   * @param imagesPerSecond since training began
   * @param secondsLeft estimate for the epochs left
   */
  record Epoch(
      int number,
      double loss,
      double validationLoss,
      double validationAccuracy,
      boolean best,
      double imagesPerSecond,
      double secondsLeft) {}
}
