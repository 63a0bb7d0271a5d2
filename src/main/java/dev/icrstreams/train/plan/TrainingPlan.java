package dev.icrstreams.train.plan;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.declare.Fitting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that decides how a training goes.
 *
 * @param data directory with the IDX files, or with a folder of images for every digit
 * @param out directory that receives the model and its metadata
 * @param network name of the network
 * @param seed of every random choice
 * @param epochs passes over the training part, at least 1
 * @param limit use only the first so many digits of the training half; 0 for all
 * @param batch images a step
 * @param threads native threads for the network's arithmetic
 * @param validation what is held out of the training half: a share of it below 1, else a number of
 *     digits
 * @param patience stop after so many epochs without a better validation accuracy
 * @param learningRate the schedule's peak
 * @param command how this training was started, for the metadata
 * @param resume whether to go on from the checkpoint in {@code out}
 * @param test whether to look at the test half when all is decided
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
    double validation,
    int patience,
    double learningRate,
    String command,
    boolean resume,
    boolean test) {

  /** Checks the ranges. */
  public TrainingPlan {
    if (epochs < 1 || limit < 0 || batch < 1 || threads < 1 || patience < 1) {
      throw new IllegalArgumentException(
          "epochs, batch, threads and patience must be at least 1, limit at least 0");
    }
    if (!(validation > 0)) {
      throw new IllegalArgumentException("validation must be above 0: " + validation);
    }
  }

  /** A training from its beginning. */
  public TrainingPlan(
      Path data,
      Path out,
      String network,
      long seed,
      int epochs,
      int limit,
      int batch,
      int threads,
      double validation,
      int patience,
      double learningRate,
      String command) {
    this(
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
        learningRate,
        command,
        false,
        true);
  }

  /** The plan of the shipped digit network. */
  public static TrainingPlan shipped(Path data, Path out) {
    return of(Declarations.named(DigitLayout.DEFAULT), data, out);
  }

  /** The plan that a declaration makes, on one thread. */
  public static TrainingPlan of(Declaration declaration, Path data, Path out) {
    Fitting fitting = declaration.fitting();
    return new TrainingPlan(
        data,
        out,
        declaration.name(),
        fitting.seed(),
        fitting.epochs(),
        fitting.limit(),
        fitting.batch(),
        1,
        fitting.validation(),
        fitting.patience(),
        fitting.rate(),
        "./icr train --network " + declaration.name() + " --data DIR");
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
        otherCommand,
        resume,
        test);
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

  /** The same plan with another rate. */
  public TrainingPlan withLearningRate(double peak) {
    return with(peak, resume, test);
  }

  /** The same plan, going on from the checkpoint. */
  public TrainingPlan resumed(boolean again) {
    return with(learningRate, again, test);
  }

  /** The same plan, without a look at the test half unless asked. */
  public TrainingPlan tested(boolean asked) {
    return with(learningRate, resume, asked);
  }

  private TrainingPlan with(double peak, boolean again, boolean asked) {
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
        command,
        again,
        asked);
  }

  /**
   * What must be the same for a training to go on after a pause.
   *
   * @param more than the plan knows of, by name
   * @return values by name, the plan's first; the caller's to change
   */
  public Map<String, String> identity(Map<String, String> more) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("network", network);
    identity.put("seed", Long.toString(seed));
    identity.put("number of epochs", Integer.toString(epochs));
    identity.put("limit", Integer.toString(limit));
    identity.put("batch", Integer.toString(batch));
    identity.put("validation", Double.toString(validation));
    identity.put("learning rate", Double.toString(learningRate));
    identity.putAll(more);
    return identity;
  }
}
