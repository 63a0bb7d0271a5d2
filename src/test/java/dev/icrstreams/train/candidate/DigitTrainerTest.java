package dev.icrstreams.train.candidate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.ModelMetadata;
import dev.icrstreams.field.Ink;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.extra.Fields;
import dev.icrstreams.train.plan.DigitLayout;
import dev.icrstreams.train.plan.PausingListener;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains the small network on drawn strokes: seconds, and all of the way a real training goes. */
class DigitTrainerTest {
  private static final long SEED = 3;

  @TempDir private Path directory;

  @Test
  void trainsAModelThatTheClassifierReads() throws Exception {
    Strokes.write(directory, "train", 900, SEED);
    Strokes.write(directory, "t10k", 50, SEED + 1);
    Recorder recorder = new Recorder();
    Path file = new DigitTrainer(plan(4, 0), recorder).train();

    ModelMetadata metadata = DigitModel.load(file).metadata();
    assertEquals(recorder.validationAccuracy, metadata.validationAccuracy());
    assertTrue(metadata.validationAccuracy() > 0.9, metadata.toJson());
    assertTrue(metadata.testAccuracy() > 0.9, metadata.toJson());
    assertEquals(11, metadata.classes());
    assertEquals(2, metadata.data().size());
    assertEquals(SEED, metadata.seed());
    assertNull(metadata.calibration());
    assertTrue(right(DigitModel.load(file)) >= 18);
  }

  @Test
  void whatDropsOutWhileItLearnsIsNoHindranceToReading() throws Exception {
    Strokes.write(directory, "train", 300, SEED);
    Declaration shipped = Declarations.named("icr-1m");
    Path file = directory.resolve("forgetful.yml");
    Files.writeString(
        file, shipped.text().replace("  - {dense: 32}", "  - {dropout: 0.2}\n  - {dense: 32}"));
    Declaration declaration = Declarations.find(file.toString());
    assertEquals(shipped.layout().parameters(), declaration.layout().parameters());
    Path model = new DigitTrainer(plan(1, 0), declaration, null, new Recorder()).train();
    try (DigitClassifier classifier = new DigitClassifier(DigitModel.load(model))) {
      assertEquals(11, classifier.classes());
    }
  }

  @Test
  void theSameSeedTrainsTheSameModel() throws Exception {
    Strokes.write(directory, "train", 300, SEED);
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Recorder recorder = new Recorder();
      new DigitTrainer(plan(1, 0), recorder).train();
      losses.add(recorder.epochs.get(0).validationLoss());
    }
    assertEquals(losses.get(0), losses.get(1), 1e-6);
  }

  @Test
  void aLimitUsesTheFirstDigitsOnlyAndNoTestHalfMeansNoTestAccuracy() throws Exception {
    Strokes.write(directory, "train", 300, SEED);
    Recorder recorder = new Recorder();
    Path file = new DigitTrainer(plan(1, 100), recorder).train();
    assertEquals(100, recorder.digits);
    assertNull(DigitModel.load(file).metadata().testAccuracy());
  }

  @Test
  void saysWhereMissingDataComesFrom() {
    IOException e =
        assertThrows(IOException.class, () -> new DigitTrainer(plan(1, 0), new Recorder()).train());
    assertTrue(e.getMessage().contains("train-images-idx3-ubyte"), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @Test
  void shippedLayoutKeepsWithinTwelveMegaflop() {
    assertTrue(DigitLayout.named(DigitLayout.DEFAULT).megaflop(28) <= 12);
    assertThrows(IllegalArgumentException.class, () -> DigitLayout.named("no-such"));
  }

  @Test
  void goesOnFromAModelAndSaysSo() throws Exception {
    Strokes.write(directory, "train", 300, SEED);
    DigitModel begun = DigitModel.load(new DigitTrainer(plan(2, 0), new Recorder()).train());
    Path kept = directory.resolve("kept.zip");
    Files.copy(directory.resolve("out").resolve(DigitModel.FILE), kept);
    Files.copy(directory.resolve("out/icr-digits.json"), directory.resolve("kept.json"));
    DigitPlan more = new DigitPlan(training(1, 0).withLearningRate(1e-6), kept, 6, 2, 6);
    Recorder recorder = new Recorder();
    ModelMetadata after = DigitModel.load(new DigitTrainer(more, recorder).train()).metadata();
    assertEquals(begun.metadata().validationAccuracy(), recorder.begun);
    assertEquals("test --from MODEL.zip # " + begun.metadata().version(), after.command());
    assertEquals(
        begun.metadata().validationAccuracy(), after.validationAccuracy(), 0.04, "seed " + SEED);
  }

  @Test
  void learnsFromOwnFieldsAndNamesThem() throws Exception {
    Strokes.write(directory, "train", 300, SEED);
    Path own = directory.resolve("own");
    Fields.write(own, Fields.of(Recipe.CLEAN, 3, SEED), "lost.png\t1\tNUMBER\n");
    Recorder recorder = new Recorder();
    Path file =
        new DigitTrainer(plan(1, 0), Declarations.named("icr-1m"), Fields.read(own), recorder)
            .train();
    String sha256 = DigitModel.sha256(Files.readAllBytes(own.resolve("labels.tsv")));
    assertEquals(
        List.of(new ModelMetadata.ExtraData(sha256, 3, 1, 0.25)),
        DigitModel.load(file).metadata().extra());
    assertTrue(TrainingRun.read(directory.resolve("out")).data().containsValue(sha256));
    assertNull(recorder.begun);
  }

  @Test
  void aPausedTrainingGoesOnAsIfItNeverHad() throws Exception {
    Strokes.write(directory, "train", 300, SEED);
    Path file = new DigitTrainer(plan(3, 0), PausingListener.never()).train();
    float[] whole = DigitModel.load(file).network().params().dup('c').data().asFloat();
    // in the second epoch, when the window holds fields of two
    assertThrows(
        InterruptedException.class,
        () -> new DigitTrainer(plan(3, 0), new PausingListener(62)).train());
    DigitPlan plan = plan(3, 0);
    DigitPlan again =
        new DigitPlan(plan.training().resumed(true), null, plan.fields(), plan.window(), 6);
    new DigitTrainer(again, PausingListener.never()).train();
    assertArrayEquals(
        whole, DigitModel.load(file).network().params().dup('c').data().asFloat(), 1e-6f);
    TrainingRun run = TrainingRun.read(directory.resolve("out"));
    assertEquals(3, run.epochs().size());
    List<Integer> labels = run.samples().stream().map(TrainingRun.Augmented::label).toList();
    assertEquals(IntStream.range(0, 20).mapToObj(i -> i / 2).toList(), labels);
  }

  private DigitPlan plan(int epochs, int limit) {
    return new DigitPlan(training(epochs, limit), null, 6, 2, 6);
  }

  private TrainingPlan training(int epochs, int limit) {
    return new TrainingPlan(
        directory,
        directory.resolve("out"),
        "icr-1m",
        SEED,
        epochs,
        limit,
        16,
        1,
        60,
        5,
        5e-3,
        "test");
  }

  private static int right(DigitModel model) {
    SplittableRandom random = new SplittableRandom(SEED + 2);
    List<Ink> digits = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      digits.add(Strokes.digit(i % 10, random));
    }
    int right = 0;
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      float[][] found = classifier.logProbabilities(digits);
      for (int i = 0; i < found.length; i++) {
        right += found[i][i % 10] > Math.log(0.5) ? 1 : 0;
      }
    }
    return right;
  }

  private static final class Recorder implements TrainingListener {
    private final List<Epoch> epochs = new ArrayList<>();
    private int digits;
    private double validationAccuracy;
    private Double begun;

    @Override
    public void begun(double loss, double accuracy) {
      begun = accuracy;
    }

    @Override
    public void started(TrainingPlan plan, int training, int validation) {
      digits = training + validation;
    }

    @Override
    public void progressed(Progress progress) {
      assertNotNull(progress);
    }

    @Override
    public void epochEnded(Epoch epoch) {
      epochs.add(epoch);
    }

    @Override
    public void finished(Path model, int bestEpoch, double accuracy, Double testAccuracy) {
      validationAccuracy = accuracy;
    }
  }
}
