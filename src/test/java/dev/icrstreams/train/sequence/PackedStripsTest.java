package dev.icrstreams.train.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.ModelMetadata;
import dev.icrstreams.classify.SequenceClassifier;
import dev.icrstreams.field.Strip;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.network.Network;
import dev.icrstreams.train.network.Stage;
import dev.icrstreams.train.sequence.TrainingField.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedStripsTest {
  private static final long SEED = 3;
  private static final int CLASSES = SequenceLayout.CLASSES;

  /** Every kind of stage that the shipped layout has. */
  private static final Layout TINY =
      SequenceLayout.of(
          "tiny",
          Stage.same(3, 3),
          Stage.pool(2, 2),
          Stage.pool(2, 1),
          Stage.same(3, 4),
          Stage.pool(2, 1),
          Stage.along(2, 3, 5, true),
          Stage.along(1, 5, 6, true),
          Stage.along(1, 1, CLASSES, false));

  @TempDir Path folder;

  @Test
  void theClassifierSaysOfAPackedNetworkWhatTrainingSays() throws IOException {
    List<Sample> samples = samples(64, 40);
    StripBatch batch = StripBatch.of(samples);
    float[] logits;
    DigitModel model;
    try (Network network = new Network(TINY, SEED)) {
      network.setWeights(randomWeights(network.size()));
      logits = network.forward(batch.input(), 2, batch.width());
      Fitter.logSoftmax(logits, CLASSES);
      model = saved(network.weights());
    }
    try (SequenceClassifier classifier = new SequenceClassifier(model)) {
      float[][][] logs = classifier.logProbabilities(samples.stream().map(Sample::strip).toList());
      for (int i = 0; i < 2; i++) {
        assertEquals(samples.get(i).strip().columns(), logs[i].length);
        for (int t = 0; t < logs[i].length; t++) {
          int from = (i * batch.columns() + t) * CLASSES;
          float[] expected = Arrays.copyOfRange(logits, from, from + CLASSES);
          assertArrayEquals(expected, logs[i][t], 1e-4f, "strip " + i + ", column " + t);
        }
      }
    }
  }

  private DigitModel saved(float[] weights) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ModelSerializer.writeModel(TINY.packed(weights), zip, false);
    String sha256 = DigitModel.sha256(zip.toByteArray());
    ModelMetadata metadata =
        new ModelMetadata(
            "tiny",
            "tiny-1",
            CLASSES,
            weights.length,
            0.1,
            "",
            SEED,
            1,
            Map.of(),
            null,
            null,
            "",
            sha256,
            null,
            java.util.List.of());
    Path file = Files.write(folder.resolve("tiny.zip"), zip.toByteArray());
    Files.write(folder.resolve("tiny.json"), metadata.toJson().getBytes(StandardCharsets.UTF_8));
    return DigitModel.load(file);
  }

  private static float[] randomWeights(int size) {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = (float) (random.nextDouble() - 0.45);
    }
    return weights;
  }

  private static List<Sample> samples(int... widths) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Sample> samples = new ArrayList<>();
    for (int width : widths) {
      float[] values = new float[Strip.HEIGHT * width];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble();
      }
      samples.add(new Sample(new Strip(width, values, 1), new int[0], new int[0], new int[0]));
    }
    return samples;
  }
}
