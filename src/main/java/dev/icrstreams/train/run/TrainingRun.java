package dev.icrstreams.train.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One training from its command to its test, as {@value #FILE} beside the model holds it. Written
 * anew after every epoch, so that a training under way has a report too. Immutable but for its
 * arrays, which nobody changes.
 *
 * @param network name of the network or classical model
 * @param version of the model, as in its results; empty while there is none yet
 * @param command how somebody else repeats it
 * @param seed decides every random choice
 * @param data file names and their SHA-256, in hexadecimal
 * @param parameters numbers that were learned; of a classical model those that it keeps
 * @param megaflop work for one digit, a multiply-add counting as two; null if it is not known
 * @param images training images, augmented ones not counted
 * @param validationImages images held out of the training
 * @param classes training images by class
 * @param epochs passes over the training images; empty where a model knows none
 * @param chosenEpoch number of the epoch whose weights were kept; 0 without epochs
 * @param seconds the training's duration so far, without the test
 * @param imagesPerSecond training images a second, each counted in every epoch
 * @param environment processors, Java, and the library that does the arithmetic
 * @param samples training images before and after augmentation; empty without it
 * @param test what the test set said; null until then
 */
public record TrainingRun(
    String network,
    String version,
    String command,
    long seed,
    Map<String, String> data,
    long parameters,
    Double megaflop,
    int images,
    int validationImages,
    int[] classes,
    List<Epoch> epochs,
    int chosenEpoch,
    double seconds,
    double imagesPerSecond,
    String environment,
    List<Augmented> samples,
    Test test) {
  /** The file's name, beside the model. */
  public static final String FILE = "run.json";

  /**
   * One pass over the training images.
   *
   * @param number from 1
   * @param learningRate at its end
   * @param loss mean cross-entropy of the training images; null if it was not measured
   * @param accuracy share of training images taken right; null if it was not measured
   * @param validationLoss mean cross-entropy of the images held out
   * @param validationAccuracy share of the images held out that are taken right
   * @param seconds its duration
   */
  public record Epoch(
      int number,
      double learningRate,
      Double loss,
      Double accuracy,
      double validationLoss,
      double validationAccuracy,
      double seconds) {}

  /**
   * A training image and what augmentation made of it.
   *
   * @param label the digit
   * @param before PNG
   * @param after PNG
   */
  public record Augmented(int label, byte[] before, byte[] after) {
    /** Checks that there are two pictures. */
    public Augmented {
      Checks.png(before, "before");
      Checks.png(after, "after");
    }
  }

  /** Copies lists and map, and checks what a report would stumble over. */
  public TrainingRun {
    Checks.present(network, "network");
    Checks.present(command, "command");
    version = version == null ? "" : version;
    environment = environment == null ? "" : environment;
    data = data == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(data));
    classes = classes == null ? new int[0] : classes;
    epochs = epochs == null ? List.of() : List.copyOf(epochs);
    samples = samples == null ? List.of() : List.copyOf(samples);
    int chosen = chosenEpoch;
    if (chosen != 0 && epochs.stream().noneMatch(epoch -> epoch.number() == chosen)) {
      throw new IllegalArgumentException("chosenEpoch is " + chosen + ", and no epoch has it");
    }
  }

  /**
   * Reads a run.
   *
   * @param path {@value #FILE} itself, or the folder that it is in
   * @throws IOException naming the file and what is wrong with it
   */
  public static TrainingRun read(Path path) throws IOException {
    return RunFile.read(RunFile.of(path));
  }

  /**
   * Writes the run, whole or not at all: who reads meanwhile gets the one before.
   *
   * @param path the file, or an existing folder that {@value #FILE} goes into
   */
  public void write(Path path) throws IOException {
    RunFile.write(this, RunFile.of(path));
  }
}
