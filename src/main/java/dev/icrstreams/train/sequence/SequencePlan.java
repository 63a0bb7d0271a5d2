package dev.icrstreams.train.sequence;

import dev.icrstreams.train.TrainingPlan;
import java.nio.file.Path;

/**
 * Everything that decides how the training of a sequence CNN goes.
 *
 * @param training what it shares with other trainings; a batch is of strips, an epoch's weights are
 *     written whatever their accuracy, so patience means nothing here
 * @param from model whose weights to begin with; null to begin with random ones
 * @param fields new synthetic fields for every epoch
 * @param window epochs for which a field is used
 * @param rounds rounds of {@link StripBatches#ROUND} batches in an epoch
 * @param validationFields synthetic fields of held-out digits to measure each epoch on
 */
public record SequencePlan(
    TrainingPlan training, Path from, int fields, int window, int rounds, int validationFields) {
  /** The network's name on the command line and in its metadata. */
  public static final String NETWORK = "icr-sequence";

  /** Epochs of a training from random weights. */
  public static final int EPOCHS = 60;

  private static final double PEAK = 1.5e-3;

  /** Lower, so that good weights are not driven far off. */
  private static final double PEAK_FROM_MODEL = 9e-4;

  /** Checks the ranges. */
  public SequencePlan {
    if (fields < 1 || window < 1 || rounds < 1 || validationFields < 1) {
      throw new IllegalArgumentException(
          "fields, window, rounds and validation fields must be at least 1");
    }
  }

  /**
   * A training at full size.
   *
   * @param from null to begin with random weights
   */
  public static SequencePlan shipped(Path data, Path out, Path from) {
    TrainingPlan training =
        new TrainingPlan(
            data,
            out,
            NETWORK,
            TrainingPlan.SEED,
            EPOCHS,
            0,
            32,
            1,
            TrainingPlan.shipped(data, out).validation(),
            EPOCHS,
            from == null ? PEAK : PEAK_FROM_MODEL,
            "./icr train --network " + NETWORK + " --data DIR");
    return new SequencePlan(training, from, 3_000, 15, 40, 608);
  }

  /** The same plan with what the command line can change. */
  public SequencePlan with(long seed, int epochs, int limit, int threads, String command) {
    return with(training.with(NETWORK, seed, epochs, limit, threads, command));
  }

  SequencePlan with(TrainingPlan changed) {
    return new SequencePlan(changed, from, fields, window, rounds, validationFields);
  }

  /** Batches in an epoch. */
  int stepsPerEpoch() {
    return rounds * StripBatches.ROUND;
  }
}
