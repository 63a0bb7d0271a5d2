package dev.icrstreams.train;

import dev.icrstreams.classify.DigitModel;
import java.nio.file.Path;

/**
 * Everything that decides how a training goes.
 *
 * @param data directory with the IDX files
 * @param out directory that receives the model and its metadata
 * @param network name of the network
 * @param seed of every random choice
 * @param epochs passes over the training part, at least 1
 * @param limit use only the first so many digits of the training half; 0 for all
 * @param batch images a step
 * @param threads native threads for the network's arithmetic
 * @param validation digits of the training half that are held out
 * @param patience stop after so many epochs without a better validation accuracy
 * @param learningRate the schedule's peak
 * @param command how this training was started, for the metadata
 */
public record TrainingPlan(
    Path data,
    Path out,
    String network,
    long seed,
    int epochs,
    int limit,
    int batch,
    int threads,
    int validation,
    int patience,
    double learningRate,
    String command) {
  /** Epochs of the shipped model. */
  public static final int EPOCHS = 24;

  /** Seed of the shipped model. */
  public static final long SEED = 20;

  /** Checks the ranges. */
  public TrainingPlan {
    if (epochs < 1 || limit < 0 || batch < 1 || threads < 1 || validation < 1 || patience < 1) {
      throw new IllegalArgumentException(
          "epochs, batch, threads, validation and patience must be at least 1, limit at least 0");
    }
  }

  /** The plan of the shipped model. */
  public static TrainingPlan shipped(Path data, Path out) {
    return new TrainingPlan(
        data,
        out,
        DigitLayout.DEFAULT,
        SEED,
        EPOCHS,
        0,
        128,
        1,
        5_000,
        12,
        2e-3,
        "./icr train --data DIR");
  }

  /** The same plan with what the command line can change. */
  public TrainingPlan with(
      String otherNetwork,
      long otherSeed,
      int otherEpochs,
      int otherLimit,
      int otherThreads,
      String otherCommand) {
    return new TrainingPlan(
        data,
        out,
        otherNetwork,
        otherSeed,
        otherEpochs,
        otherLimit,
        batch,
        otherThreads,
        validation,
        patience,
        learningRate,
        otherCommand);
  }

  /** The same plan with a command that names the model whose weights it began with. */
  public TrainingPlan goingOnFrom(DigitModel model) {
    return with(
        network,
        seed,
        epochs,
        limit,
        threads,
        command + " --from MODEL.zip # " + model.metadata().version());
  }

  TrainingPlan withLearningRate(double peak) {
    return new TrainingPlan(
        data,
        out,
        network,
        seed,
        epochs,
        limit,
        batch,
        threads,
        validation,
        patience,
        peak,
        command);
  }
}
