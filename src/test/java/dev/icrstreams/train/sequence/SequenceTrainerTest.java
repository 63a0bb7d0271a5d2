package dev.icrstreams.train.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.ModelMetadata;
import dev.icrstreams.classify.SequenceClassifier;
import dev.icrstreams.data.LabelledFields.Skipped;
import dev.icrstreams.field.Strip;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.extra.Fields;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Network;
import dev.icrstreams.train.plan.PausingListener;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains the shipped network for a few steps: enough to fall from chance to "mostly paper". */
class SequenceTrainerTest {
  private static final long SEED = 3;

  @TempDir private Path directory;

  @BeforeEach
  void writeDigits() throws IOException {
    Strokes.write(directory, "train", 300, SEED);
  }

  @Test
  void trainsAModelThatTheReaderLoads() throws Exception {
    Recorder recorder = new Recorder();
    Path file = new SequenceTrainer(plan("a", 3, 2, null), recorder).train();

    assertEquals(DigitModel.SEQUENCE_FILE, file.getFileName().toString());
    assertEquals(300, recorder.digits);
    double first = recorder.epochs.get(0).loss();
    double last = recorder.epochs.get(2).loss();
    assertTrue(last < 0.8 * first, first + " to " + last + " with seed " + SEED);
    assertTrue(recorder.accuracies.size() >= 3, recorder.accuracies.toString());

    DigitModel model = DigitModel.load(file);
    ModelMetadata metadata = model.metadata();
    assertEquals("sequence", metadata.network());
    assertEquals("sequence-" + metadata.sha256().substring(0, 8), metadata.version());
    assertEquals(11, metadata.classes());
    assertEquals(3, metadata.epochs());
    assertEquals(SEED, metadata.seed());
    assertEquals(2, metadata.data().size());
    assertEquals(recorder.epochs.get(2).validationAccuracy(), metadata.validationAccuracy());
    assertNull(metadata.testAccuracy());
    assertSaysTheSame(model);
  }

  @Test
  void theSamePlanTrainsTheSameModelHoweverManyThreadsMakeItsFields() throws Exception {
    float[] once = train("a", 1, 1, null);
    assertArrayEquals(once, train("b", 1, 1, null), "seed " + SEED);
    FieldSource source = FieldSource.training(Strokes.digits(60, SEED), SEED);
    List<FieldSource.Labelled> one = source.make(5, 6, 1);
    List<FieldSource.Labelled> three = source.make(5, 6, 3);
    for (int i = 0; i < 6; i++) {
      assertArrayEquals(one.get(i).field().contrast(), three.get(i).field().contrast());
    }
  }

  @Test
  void goesOnFromAModelAndSaysSo() throws Exception {
    float[] begun = train("a", 2, 1, null);
    Path saved = directory.resolve("a").resolve(DigitModel.SEQUENCE_FILE);
    Recorder recorder = new Recorder();
    Path file = new SequenceTrainer(plan("b", 1, 1, saved), recorder).train();

    ModelMetadata metadata = DigitModel.load(file).metadata();
    String from = DigitModel.load(saved).metadata().version();
    assertEquals(DigitModel.load(saved).metadata().validationAccuracy(), recorder.begun);
    assertEquals("test --from MODEL.zip # " + from, metadata.command());
    Path run = file.resolveSibling(SequenceTrainer.RUN_FILE);
    assertEquals(metadata.command(), TrainingRun.read(run).command());
    // a step's weights differ little from those it started with, and those were not random
    float[] after = weights(file);
    double moved = 0;
    double begunWith = 0;
    for (int i = 0; i < begun.length; i++) {
      moved += Math.pow(after[i] - begun[i], 2);
      begunWith += Math.pow(begun[i], 2);
    }
    assertTrue(moved > 0 && moved < 0.01 * begunWith, moved + " of " + begunWith);
  }

  @Test
  void learnsFromOwnFieldsAndNamesThemAndThoseBefore() throws Exception {
    Path own = directory.resolve("own");
    Fields.write(own, Fields.of(Recipe.CLEAN, 3, SEED), "lost.png\t1\tNUMBER\n");
    Recorder recorder = new Recorder();
    Path file = trainer(plan("a", 1, 1, null), own, recorder).train();
    assertEquals("3 used, lost.png skipped", recorder.own);
    String sha256 = DigitModel.sha256(Files.readAllBytes(own.resolve("labels.tsv")));
    ModelMetadata.ExtraData named = new ModelMetadata.ExtraData(sha256, 3, 1, 0.25);
    assertEquals(List.of(named), DigitModel.load(file).metadata().extra());

    Path next = trainer(plan("b", 1, 1, file), own, new Recorder()).train();
    assertEquals(List.of(named, named), DigitModel.load(next).metadata().extra());
    Path without = new SequenceTrainer(plan("c", 1, 1, null), new Recorder()).train();
    assertFalse(DigitModel.load(without).metadata().toJson().contains("extra"));
  }

  @Test
  void saysSoWhenNothingCanBeLearnedFromOwnFields() throws Exception {
    Path own = directory.resolve("own");
    Fields.write(own, List.of(), "lost.png\t1\tNUMBER\n");
    IOException e =
        assertThrows(
            IOException.class, () -> trainer(plan("a", 1, 1, null), own, new Recorder()).train());
    assertEquals("none of the 1 fields in " + own + " can be learned from", e.getMessage());
    assertFalse(Files.exists(directory.resolve("a").resolve(DigitModel.SEQUENCE_FILE)));
  }

  @Test
  void namesAModelThatItCannotGoOnFrom() throws IOException {
    Path digits = directory.resolve("digits.zip");
    for (String ending : List.of(".zip", ".json")) {
      Files.copy(
          Path.of("model", "icr-digits" + ending),
          directory.resolve("digits" + ending),
          StandardCopyOption.REPLACE_EXISTING);
    }
    IOException e =
        assertThrows(
            IOException.class,
            () -> new SequenceTrainer(plan("a", 1, 1, digits), new Recorder()).train());
    assertTrue(e.getMessage().contains(digits.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("sequence"), e.getMessage());
  }

  /** The classifier's own arithmetic agrees with that of training. */
  private static void assertSaysTheSame(DigitModel model) throws Exception {
    FieldSource source = FieldSource.validation(Strokes.digits(60, SEED), SEED);
    Strip strip = source.make(0, 1, 1).get(0).field().sample(0.15, 0.15, 1).strip();
    StripBatch batch =
        StripBatch.of(List.of(new TrainingField.Sample(strip, new int[0], new int[0], new int[0])));
    try (Network network = new Network(SequenceLayout.SHIPPED, 1);
        SequenceClassifier classifier = new SequenceClassifier(model)) {
      network.setWeights(SequenceLayout.SHIPPED.unpacked(model.network()));
      float[] expected = network.forward(batch.input(), 1, batch.width());
      Fitter.logSoftmax(expected, SequenceLayout.CLASSES);
      float[][] found = classifier.logProbabilities(List.of(strip))[0];
      for (int column = 0; column < found.length; column++) {
        for (int c = 0; c < SequenceLayout.CLASSES; c++) {
          assertEquals(
              expected[column * SequenceLayout.CLASSES + c], found[column][c], 1e-3, "" + column);
        }
      }
    }
  }

  @Test
  void aPausedTrainingGoesOnAsIfItNeverHad() throws Exception {
    float[] whole = train("whole", 2, 1, null);
    SequencePlan plan = plan("paused", 2, 1, null);
    assertThrows(
        InterruptedException.class,
        () -> new SequenceTrainer(plan, new PausingListener(11)).train());
    SequencePlan again =
        new SequencePlan(plan.training().resumed(true), null, plan.fields(), 2, 1, 12);
    Path file = new SequenceTrainer(again, PausingListener.never()).train();
    assertArrayEquals(whole, weights(file), 1e-6f);
    assertEquals(
        2, TrainingRun.read(file.resolveSibling(SequenceTrainer.RUN_FILE)).epochs().size());
  }

  private static SequenceTrainer trainer(SequencePlan plan, Path own, Recorder recorder)
      throws IOException {
    return new SequenceTrainer(
        plan, Declarations.named(SequencePlan.NETWORK), Fields.read(own), recorder);
  }

  private float[] train(String out, int epochs, int rounds, Path from) throws Exception {
    return weights(new SequenceTrainer(plan(out, epochs, rounds, from), new Recorder()).train());
  }

  private static float[] weights(Path file) throws IOException {
    return SequenceLayout.SHIPPED.unpacked(DigitModel.load(file).network());
  }

  private SequencePlan plan(String out, int epochs, int rounds, Path from) {
    TrainingPlan training =
        new TrainingPlan(
            directory,
            directory.resolve(out),
            SequencePlan.NETWORK,
            SEED,
            epochs,
            0,
            4,
            1,
            60,
            1,
            2e-3,
            "test");
    return new SequencePlan(training, from, 12, 2, rounds, 12);
  }

  private static final class Recorder implements TrainingListener {
    private final List<Epoch> epochs = new ArrayList<>();
    private Map<String, Double> accuracies = Map.of();
    private int digits;
    private String own = "";
    private Double begun;

    @Override
    public void begun(double loss, double accuracy) {
      begun = accuracy;
    }

    @Override
    public void extraRead(int used, List<Skipped> skipped) {
      own = used + " used, " + skipped.get(0).file() + " skipped";
    }

    @Override
    public void started(TrainingPlan plan, int training, int validation) {
      digits = training + validation;
    }

    @Override
    public void progressed(Progress progress) {
      assertTrue(progress.step() <= progress.steps());
    }

    @Override
    public void epochEnded(Epoch epoch) {
      epochs.add(epoch);
    }

    @Override
    public void fieldsRead(Map<String, Double> found) {
      accuracies = found;
    }

    @Override
    public void finished(Path model, int keptEpoch, double accuracy, Double testAccuracy) {
      assertEquals(epochs.size(), keptEpoch);
    }
  }
}
