package dev.icrstreams.train.candidate;

import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.plan.TrainingPlan;
import java.nio.file.Path;

/**
 * Everything that decides how the training of a digit CNN goes, beside its declaration.
 *
 * @param training what it shares with other trainings; a batch is of digits
 * @param from model whose weights to begin with; null to begin with random ones
 * @param fields new synthetic fields for every epoch, to cut candidates out of
 * @param window epochs for which a field's candidates are used
 * @param validationFields synthetic fields of held-out digits to measure each epoch on
 */
public record DigitPlan(
    TrainingPlan training, Path from, int fields, int window, int validationFields) {
  /** Checks the ranges. */
  public DigitPlan {
    if (fields < 1 || window < 1 || validationFields < 1) {
      throw new IllegalArgumentException("fields, window and validation fields must be at least 1");
    }
  }

  /**
   * A training as declared.
   *
   * @param from null to begin with random weights; others begin at a lower rate, so that they are
   *     not driven far off
   */
  public static DigitPlan of(Declaration declaration, TrainingPlan training, Path from) {
    return new DigitPlan(
        from == null ? training : training.withLearningRate(declaration.fitting().rateFromModel()),
        from,
        declaration.fields().perEpoch(),
        declaration.fields().window(),
        declaration.fields().validation());
  }
}
