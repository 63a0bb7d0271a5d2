package dev.icrstreams.train.course;

import dev.icrstreams.classify.FastPath;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.Test;
import dev.icrstreams.train.run.TrainingRun;
import dev.icrstreams.train.source.DigitSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps a training's record up to date as a file beside the model. For one thread. */
public final class RunRecorder {
  private static final int CLASSES = 10;

  private final Path file;
  private final List<TrainingRun.Epoch> epochs = new ArrayList<>();
  private TrainingRun run;

  /**
   * A recorder; nothing is written before the first epoch.
   *
   * @param name file name of the record
   * @param data file names and their SHA-256
   * @param megaflop work for a digit; null if it is not known
   * @param digits that are learned from and held out
   * @param samples images before and after augmentation
   */
  public RunRecorder(
      String name,
      TrainingPlan plan,
      Map<String, String> data,
      long parameters,
      Double megaflop,
      DigitSplit digits,
      List<TrainingRun.Augmented> samples) {
    file = plan.out().resolve(name);
    run =
        new TrainingRun(
            plan.network(),
            "",
            plan.command(),
            plan.seed(),
            data,
            parameters,
            megaflop,
            digits.training().size(),
            digits.validation().size(),
            counts(digits.training()),
            List.of(),
            0,
            0,
            0,
            environment(),
            samples,
            null);
  }

  /** Goes on after a pause: epochs up to this one are taken from the file. */
  void resume(int lastEpoch) throws IOException {
    if (lastEpoch > 0 && Files.exists(file)) {
      TrainingRun.read(file).epochs().stream()
          .filter(epoch -> epoch.number() <= lastEpoch)
          .forEach(epochs::add);
    }
  }

  /**
   * An epoch ended.
   *
   * @param version of the model that is kept
   * @param chosen the epoch that it is of
   * @param seconds the training took so far
   */
  public void epochEnded(
      TrainingRun.Epoch epoch, String version, int chosen, double seconds, double imagesPerSecond)
      throws IOException {
    epochs.add(epoch);
    write(version, run.parameters(), chosen, seconds, imagesPerSecond, null);
  }

  /** The model said this of the test set. */
  public void tested(Test test) throws IOException {
    write(
        run.version(),
        run.parameters(),
        run.chosenEpoch(),
        run.seconds(),
        run.imagesPerSecond(),
        test);
  }

  /** A classical model's size, which shows only when it is fitted. */
  public void keeps(long numbers) {
    run = with(run.version(), numbers, 0, 0, 0, null);
  }

  private void write(
      String version,
      long parameters,
      int chosen,
      double seconds,
      double imagesPerSecond,
      Test test)
      throws IOException {
    boolean known = epochs.stream().anyMatch(epoch -> epoch.number() == chosen);
    run = with(version, parameters, known ? chosen : 0, seconds, imagesPerSecond, test);
    Files.createDirectories(file.toAbsolutePath().getParent());
    run.write(file);
  }

  private TrainingRun with(
      String version,
      long parameters,
      int chosen,
      double seconds,
      double imagesPerSecond,
      Test test) {
    return new TrainingRun(
        run.network(),
        version,
        run.command(),
        run.seed(),
        run.data(),
        parameters,
        run.megaflop(),
        run.images(),
        run.validationImages(),
        run.classes(),
        epochs,
        chosen,
        seconds,
        imagesPerSecond,
        run.environment(),
        run.samples(),
        test);
  }

  private static int[] counts(DigitSet digits) {
    int[] counts = new int[CLASSES];
    for (byte label : digits.labels()) {
      counts[label]++;
    }
    return counts;
  }

  private static String environment() {
    return String.format(
        "%d processors, Java %s, ND4J on the CPU%s",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        FastPath.active() ? " with oneDNN" : "");
  }
}
