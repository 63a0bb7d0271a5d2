package dev.icrstreams.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Ink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DigitClassifierTest {
  private static final long SEED = 11;

  @Test
  void oneDnnIsActiveOnLinuxX86() {
    boolean expected =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64");
    assertTrue(FastPath.active() || !expected, "classification has fallen back to the slow path");
  }

  @Test
  void agreesWithDeeplearning4jsOwnOutputForEveryBatchSize() throws IOException {
    agrees(DigitModel.builtIn());
  }

  /** As models were before there was a class for what is no digit. */
  @Test
  void readsATenClassModelWithBatchNormAsDeeplearning4jDoes(@TempDir Path folder)
      throws IOException {
    DigitModel model = BatchNormModel.write(folder, SEED);
    agrees(model);
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      assertEquals(10, classifier.classes());
    }
  }

  private static void agrees(DigitModel model) throws IOException {
    List<Ink> glyphs = glyphs(DigitClassifier.BATCH + 37);
    int channels = FoldedNetwork.of(model.network()).inputChannels();
    double[][] expected = deeplearning4j(model, glyphs, channels);
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      for (int n : new int[] {1, 2, 7, 32, DigitClassifier.BATCH, glyphs.size()}) {
        float[][] found = classifier.logProbabilities(glyphs.subList(0, n));
        assertEquals(n, found.length);
        for (int i = 0; i < n; i++) {
          assertArrayEquals(
              expected[i], probabilities(found[i]), 1e-4, "seed " + SEED + ", glyph " + i);
        }
      }
    }
  }

  @Test
  void probabilitiesOfADigitAddUpToOne() {
    try (DigitClassifier classifier = new DigitClassifier(DigitModel.builtIn())) {
      for (float[] logarithms : classifier.logProbabilities(glyphs(9))) {
        assertEquals(classifier.classes(), logarithms.length);
        assertEquals(1, Arrays.stream(probabilities(logarithms)).sum(), 1e-5);
      }
    }
  }

  @Test
  void classifiesBlankInkAndNothingAtAll() {
    try (DigitClassifier classifier = new DigitClassifier(DigitModel.builtIn())) {
      Ink blank = new Ink(5, 5, new byte[25]);
      for (float logarithm : classifier.logProbabilities(List.of(blank))[0]) {
        assertTrue(Float.isFinite(logarithm));
      }
      assertEquals(0, classifier.logProbabilities(List.of()).length);
    }
  }

  @Test
  void twoClassifiersOfOneModelDoNotDisturbEachOther() throws Exception {
    DigitModel model = DigitModel.builtIn();
    List<Ink> glyphs = glyphs(20);
    try (DigitClassifier mine = new DigitClassifier(model)) {
      float[][] expected = mine.logProbabilities(glyphs);
      List<Thread> threads = new ArrayList<>();
      List<float[][]> results = java.util.Collections.synchronizedList(new ArrayList<>());
      for (int t = 0; t < 3; t++) {
        Thread thread = new Thread(() -> results.add(repeat(model, glyphs)));
        threads.add(thread);
        thread.start();
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertEquals(threads.size(), results.size());
      results.forEach(result -> assertTrue(Arrays.deepEquals(expected, result)));
    }
  }

  @Test
  void refusesWorkOnceClosedAndClosesTwice() {
    DigitClassifier classifier = new DigitClassifier(DigitModel.builtIn());
    classifier.logProbabilities(glyphs(1));
    classifier.close();
    classifier.close();
    assertThrows(IllegalStateException.class, () -> classifier.logProbabilities(glyphs(1)));
  }

  private static float[][] repeat(DigitModel model, List<Ink> glyphs) {
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      float[][] last = new float[0][];
      for (int i = 0; i < 50; i++) {
        last = classifier.logProbabilities(glyphs);
      }
      return last;
    }
  }

  private static double[][] deeplearning4j(DigitModel model, List<Ink> glyphs, int channels)
      throws IOException {
    InputEncoder encoder = new InputEncoder(channels);
    float[] pixels = new float[glyphs.size() * encoder.length()];
    for (int i = 0; i < glyphs.size(); i++) {
      encoder.encode(glyphs.get(i), null, pixels, i);
    }
    int size = DigitNormaliser.SIZE;
    INDArray input = Nd4j.create(pixels, new long[] {glyphs.size(), size, size, channels}, 'c');
    return model.network().output(input, false).toDoubleMatrix();
  }

  private static double[] probabilities(float[] logarithms) {
    double[] probabilities = new double[logarithms.length];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = Math.exp(logarithms[i]);
    }
    return probabilities;
  }

  /** Sevens and rings of many sizes and strokes, a third of them with heavy noise. */
  private static List<Ink> glyphs(int n) {
    Random random = new Random(SEED);
    List<Ink> glyphs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int height = 12 + random.nextInt(90);
      int stroke = 1 + random.nextInt(height / 6);
      Ink glyph =
          i % 2 == 0
              ? Glyphs.seven(height, stroke)
              : Glyphs.ring(height / 2 + random.nextInt(height), height, stroke);
      if (i % 3 == 0) {
        random.nextBytes(glyph.values());
      }
      glyphs.add(glyph);
    }
    return glyphs;
  }
}
