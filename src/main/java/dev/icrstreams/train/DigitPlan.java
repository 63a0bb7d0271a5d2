package dev.icrstreams.train;

import java.nio.file.Path;

/**
 * Everything that decides how the training of a digit CNN goes.
 *
 * @param training what it shares with other trainings; a batch is of digits
 * @param from model whose weights to begin with; null to begin with random ones
 * @param fields new synthetic fields for every epoch, to cut candidates out of
 * @param window epochs for which a field's candidates are used
 * @param validationFields synthetic fields of held-out digits to measure each epoch on
 */
public record DigitPlan(
    TrainingPlan training, Path from, int fields, int window, int validationFields) {
  /** Lower, so that good weights are not driven far off. */
  private static final double PEAK_FROM_MODEL = 8e-4;

  /** Checks the ranges. */
  public DigitPlan {
    if (fields < 1 || window < 1 || validationFields < 1) {
      throw new IllegalArgumentException("fields, window and validation fields must be at least 1");
    }
  }

  /**
   * A training at full size.
   *
   * @param from null to begin with random weights
   */
  public static DigitPlan shipped(TrainingPlan training, Path from) {
    return new DigitPlan(
        from == null ? training : training.withLearningRate(PEAK_FROM_MODEL), from, 500, 10, 400);
  }
}
