package dev.icrstreams.train.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declaration.Feature;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.plan.PausingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassicTrainerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"neighbours,pixels", "neighbours,edges", "svm,pixels", "svm,edges"})
  void readsStrokesAndTheFileThatItWrote(String kind, String feature) throws Exception {
    Strokes.write(folder, "train", 300, 3);
    Strokes.write(folder, "t10k", 50, 4);
    Path text = folder.resolve("mine.yml");
    Files.writeString(
        text,
        "kind: %s\nsummary: mine\nclassical: {feature: %s, subset: 100, cost: 5}\n"
            .formatted(kind, feature));
    Declaration declaration = Declarations.find(text.toString());
    TrainingPlan plan = TrainingPlan.of(declaration, folder, folder.resolve("out"));
    Path file = new ClassicTrainer(plan, declaration, PausingListener.never()).train();
    TrainingRun run = TrainingRun.read(folder.resolve("out"));
    assertEquals(50, run.test().images());
    assertTrue(run.test().right() >= 47, run.test().right() + " of 50 right");
    assertEquals(kind.equals("svm") ? 100 : 240, run.images());
    assertEquals(60, run.validationImages());
    assertEquals(1, run.epochs().size());
    assertTrue(run.parameters() > 0);
    assertEquals(DigitModel.sha256(Files.readAllBytes(file)).substring(0, 8), version(run));
  }

  private static String version(TrainingRun run) {
    return run.version().substring(run.version().lastIndexOf('-') + 1);
  }

  @Test
  void theNearestVoteByTheirCloseness() {
    float[][] known = {{0}, {1}, {10}, {11}, {12}};
    byte[] labels = {3, 3, 5, 5, 5};
    float[] near = new Neighbours(known, labels, 3).probabilities(new float[][] {{0.5f}})[0];
    assertTrue(near[3] > 0.8 && near[5] > near[0], near[3] + " and " + near[5]);
    Neighbours.Nearest nearest = new Neighbours(known, labels, 2).nearest(new float[][] {{11}})[0];
    assertEquals(0, nearest.distances()[0], 1e-6);
    assertEquals(1, nearest.distances()[1], 1e-6);
  }

  @Test
  void edgesTellDirectionsApartAndNotDarkness() {
    Ink across = stripe(true, 200);
    float[] dark = Features.of(Feature.EDGES, List.of(across))[0];
    float[] pale = Features.of(Feature.EDGES, List.of(stripe(true, 100)))[0];
    float[] down = Features.of(Feature.EDGES, List.of(stripe(false, 200)))[0];
    assertArrayEquals(dark, pale, 1e-3f);
    assertTrue(product(dark, down) < 0.5 * product(dark, dark));
    assertEquals(100, product(dark, dark), 0.1);
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static Ink stripe(boolean across, int ink) {
    byte[] values = new byte[28 * 28];
    for (int i = 6; i < 22; i++) {
      for (int wide = 12; wide < 16; wide++) {
        values[across ? wide * 28 + i : i * 28 + wide] = (byte) ink;
      }
    }
    return new Ink(28, 28, values);
  }
}
