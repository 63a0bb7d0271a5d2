package dev.icrstreams.train.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.network.Network;
import dev.icrstreams.train.network.Stage;
import dev.icrstreams.train.plan.DigitLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final long SEED = 8;
  private static final int SIZE = 28;
  private static final int N = 2;

  private static final Layout ELEVEN = DigitLayout.named("icr-1m");

  /** As the models were before there was a class for what is no digit. */
  private static final Layout TEN = ten();

  private final SplittableRandom random = new SplittableRandom(SEED);

  /** That is what makes going on short. */
  @Test
  void keepsWhatTheModelSaysOfDigitsWhereAClassAndAChannelAreAdded() {
    float[] old = random(size(TEN));
    float[] digits = random(N * SIZE * SIZE);
    float[] lines = random(N * SIZE * SIZE);
    float[] both = new float[2 * digits.length];
    for (int i = 0; i < digits.length; i++) {
      both[2 * i] = digits[i];
      both[2 * i + 1] = lines[i];
    }
    try (Network before = new Network(TEN, 1);
        Network after = new Network(ELEVEN, 1)) {
      before.setWeights(old);
      after.setWeights(Transfer.weights(parts(TEN, old), ELEVEN));
      float[] expected = before.forward(digits, N, SIZE);
      float[] found = after.forward(both, N, SIZE);
      for (int i = 0; i < expected.length; i++) {
        float logit = found[i / 10 * 11 + i % 10];
        assertEquals(expected[i], logit, 1e-3f * Math.abs(expected[i]), "seed " + SEED);
      }
      assertEquals(-4, found[10], 1e-6f);
    }
  }

  @Test
  void takesAnElevenClassModelAsItIs() {
    float[] old = random(size(ELEVEN));
    assertTrue(Arrays.equals(old, Transfer.weights(parts(ELEVEN, old), ELEVEN)));
  }

  @Test
  void refusesAnotherNetworkAndNamesTheOneItWants() {
    Layout other = DigitLayout.named("icr");
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Transfer.weights(parts(ELEVEN, random(size(ELEVEN))), other))
            .getMessage();
    assertTrue(message.contains("no icr"), message);
  }

  private static Layout ten() {
    List<Stage> stages = new ArrayList<>(ELEVEN.stages());
    Stage last = stages.remove(stages.size() - 1);
    stages.add(Stage.valid(last.height(), last.width(), 10, false));
    return new Layout(ELEVEN.name(), SIZE, SIZE, 1, stages);
  }

  private static int size(Layout layout) {
    return layout.shapes().stream().mapToInt(TransferTest::length).sum();
  }

  private static int length(long[] shape) {
    return (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  private static List<float[]> parts(Layout layout, float[] all) {
    List<float[]> parts = new ArrayList<>();
    int at = 0;
    for (long[] shape : layout.shapes()) {
      parts.add(Arrays.copyOfRange(all, at, at + length(shape)));
      at += length(shape);
    }
    return parts;
  }

  private float[] random(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (random.nextDouble() - 0.45);
    }
    return values;
  }
}
