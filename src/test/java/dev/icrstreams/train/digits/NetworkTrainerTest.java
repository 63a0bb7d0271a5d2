package dev.icrstreams.train.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.plan.PausingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains small networks on drawn strokes, all of the way a real training goes. */
class NetworkTrainerTest {
  private static final String SMALL =
      """
      kind: layers
      summary: small
      layers:
        - {convolution: 4, kernel: 2}
        - {pooling: 4}
        - {dropout: 0.1}
        - {dense: 16}
      training: {batch: 10, epochs: 3, validation: 0.25, rate: 0.01, averaging: 0.5}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void data() throws IOException {
    Strokes.write(folder, "train", 400, 3);
    Strokes.write(folder, "t10k", 50, 4);
  }

  @Test
  void writesAModelItsRecordAndWhatTheTestHalfSays() throws Exception {
    PausingListener listener = PausingListener.never();
    Path file = train(SMALL, "a", false, true, listener);
    TrainingRun run = TrainingRun.read(folder.resolve("a"));
    assertEquals(3, run.epochs().size());
    assertEquals(300, run.images());
    assertEquals(100, run.validationImages());
    assertEquals(300, Arrays.stream(run.classes()).sum());
    assertEquals(50, run.test().images());
    assertEquals(listener.keptEpoch(), run.chosenEpoch());
    assertEquals(listener.testAccuracy(), run.test().right() / 50.0);
    assertTrue(listener.testAccuracy() > 0.9, "accuracy " + listener.testAccuracy());
    assertTrue(run.epochs().get(2).accuracy() > run.epochs().get(0).accuracy());
    assertTrue(run.imagesPerSecond() > 0 && run.seconds() > 0);
    assertTrue(run.samples().isEmpty());
    DigitModel model = DigitModel.load(file);
    assertEquals(run.version(), model.metadata().version());
    assertEquals(run.parameters(), model.metadata().parameters());
    assertEquals(listener.testAccuracy(), model.metadata().testAccuracy());
  }

  @Test
  void aPausedTrainingGoesOnAsIfItNeverHad() throws Exception {
    Path whole = train(SMALL, "whole", false, true, PausingListener.never());
    PausingListener first = new PausingListener(47);
    assertThrows(InterruptedException.class, () -> train(SMALL, "paused", false, true, first));
    assertTrue(first.paused());
    assertEquals(1, first.epochs().size());
    Path resumed = train(SMALL, "paused", true, true, PausingListener.never());
    assertArrayEquals(weights(whole), weights(resumed));
    TrainingRun run = TrainingRun.read(folder.resolve("paused"));
    assertEquals(3, run.epochs().size());
    assertEquals(
        TrainingRun.read(folder.resolve("whole")).epochs().get(1).loss(),
        run.epochs().get(1).loss(),
        1e-9);
    try (Stream<Path> left = Files.list(folder.resolve("paused"))) {
      assertTrue(left.noneMatch(file -> file.toString().endsWith("checkpoint.bin")));
    }
  }

  @Test
  void aCheckpointOfAnotherDeclarationIsRefused() {
    assertThrows(
        InterruptedException.class,
        () -> train(SMALL, "other", false, true, new PausingListener(5)));
    String changed = SMALL.replace("rate: 0.01", "rate: 0.02");
    String message =
        assertThrows(
                IOException.class,
                () -> train(changed, "other", true, true, PausingListener.never()))
            .getMessage();
    assertTrue(message.contains("learning rate is 0.01, not 0.02"), message);
  }

  @Test
  void stopsWhenNothingGetsBetter() throws Exception {
    String idle =
        SMALL
            .replace("epochs: 3", "epochs: 9, patience: 2, optimiser: sgd, clip: 0.000001")
            .replace("rate: 0.01", "rate: 0.000000001");
    PausingListener listener = PausingListener.never();
    train(idle, "idle", false, true, listener);
    assertTrue(listener.epochs().size() < 9, listener.epochs().size() + " epochs");
    assertEquals(listener.epochs().size() - 2, listener.keptEpoch());
  }

  @Test
  void theTestHalfIsLeftAloneUnlessAsked() throws Exception {
    PausingListener listener = PausingListener.never();
    Path file = train(SMALL, "untested", false, false, listener);
    assertNull(listener.testAccuracy());
    assertNull(TrainingRun.read(folder.resolve("untested")).test());
    assertNull(DigitModel.load(file).metadata().testAccuracy());
  }

  @Test
  void augmentationVariesWhatIsLearnedFrom() throws Exception {
    String varied = SMALL + "augmentation: {shift: 2, noise: 0.1}\n";
    Path plain = train(SMALL, "plain", false, false, PausingListener.never());
    Path file = train(varied, "varied", false, false, PausingListener.never());
    assertFalse(Arrays.equals(weights(plain), weights(file)));
    TrainingRun run = TrainingRun.read(folder.resolve("varied"));
    assertEquals(20, run.samples().size());
    assertNotEquals(
        Arrays.hashCode(run.samples().get(0).before()),
        Arrays.hashCode(run.samples().get(0).after()));
  }

  private static float[] weights(Path file) throws IOException {
    return DigitModel.load(file).network().params().dup('c').data().asFloat();
  }

  private Path train(
      String text, String out, boolean resume, boolean test, PausingListener listener)
      throws IOException, InterruptedException {
    Path file = folder.resolve("small.yml");
    Files.writeString(file, text);
    Declaration declaration = Declarations.find(file.toString());
    TrainingPlan plan =
        TrainingPlan.of(declaration, folder, folder.resolve(out)).resumed(resume).tested(test);
    return new NetworkTrainer(plan, declaration, listener).train();
  }
}
