package dev.icrstreams.train.sequence;

import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.plan.TrainingPlan;
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
  /** The name of the shipped declaration. */
  public static final String NETWORK = "sequence";

  /** Checks the ranges. */
  public SequencePlan {
    if (fields < 1 || window < 1 || rounds < 1 || validationFields < 1) {
      throw new IllegalArgumentException(
          "fields, window, rounds and validation fields must be at least 1");
    }
  }

  /**
   * A training as declared.
   *
   * @param from null to begin with random weights; others begin at a lower rate, so that they are
   *     not driven far off
   */
  public static SequencePlan of(Declaration declaration, TrainingPlan training, Path from) {
    Declaration.Fields fields = declaration.fields();
    return new SequencePlan(
        from == null ? training : training.withLearningRate(declaration.fitting().rateFromModel()),
        from,
        fields.perEpoch(),
        fields.window(),
        fields.rounds(),
        fields.validation());
  }

  /** Batches in an epoch. */
  int stepsPerEpoch() {
    return rounds * StripBatches.ROUND;
  }
}
