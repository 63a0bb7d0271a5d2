package dev.icrstreams.train;

import dev.icrstreams.train.candidate.DigitPlan;
import dev.icrstreams.train.candidate.DigitTrainer;
import dev.icrstreams.train.classic.ClassicTrainer;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.digits.NetworkTrainer;
import dev.icrstreams.train.extra.ExtraFolder;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.sequence.SequencePlan;
import dev.icrstreams.train.sequence.SequenceTrainer;
import dev.icrstreams.train.transfer.TransferTrainer;
import java.io.IOException;
import java.nio.file.Path;

/** Chooses the trainer for a declaration. Stateless. */
public final class Trainings {
  private Trainings() {}

  /**
   * Trains what a declaration says, and writes model, metadata and record.
   *
   * @param from model of the reader's to go on from; null to begin with random weights
   * @param extra fields of the user's own that a network of the reader's learns from too; null for
   *     none
   * @param weights of a pretrained network, for a transfer; null to download them
   * @return the model's file
   * @throws IOException if data, model or weights cannot be read, or the model not be written
   * @throws IllegalArgumentException if {@code from} or {@code weights} mean nothing to this kind
   * @throws InterruptedException if it was stopped; a checkpoint is written
   */
  public static Path train(
      Declaration declaration,
      TrainingPlan plan,
      Path from,
      ExtraFolder extra,
      Path weights,
      TrainingListener listener)
      throws IOException, InterruptedException {
    if (from != null && !declaration.isOfTheReader()) {
      throw new IllegalArgumentException(
          "--from is for the networks of the reader; " + declaration.name() + " begins anew");
    }
    if (weights != null && declaration.kind() != Declaration.Kind.TRANSFER) {
      throw new IllegalArgumentException(
          "--weights is for transfers; " + declaration.name() + " begins with random ones");
    }
    boolean classical = declaration.classical() != null;
    if (plan.resume() && classical) {
      throw new IllegalArgumentException(
          declaration.name() + " leaves no checkpoint to go on from");
    }
    return switch (declaration.kind()) {
      case CANDIDATES ->
          new DigitTrainer(DigitPlan.of(declaration, plan, from), declaration, extra, listener)
              .train();
      case STRIPS ->
          new SequenceTrainer(
                  SequencePlan.of(declaration, plan, from), declaration, extra, listener)
              .train();
      case LAYERS -> new NetworkTrainer(plan, declaration, listener).train();
      case NEIGHBOURS, SVM -> new ClassicTrainer(plan, declaration, listener).train();
      case TRANSFER -> new TransferTrainer(plan, declaration, weights, listener).train();
    };
  }
}
