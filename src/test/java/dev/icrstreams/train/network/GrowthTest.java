package dev.icrstreams.train.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {
  private static final long SEED = 5;
  private static final int N = 2;
  private static final int COLUMNS = 12;
  private static final int CLASSES = 11;

  private static final Layout NARROW = layout(3, 5, 6, CLASSES);

  /** The added channels are there to learn with: they see something, and nothing hears them yet. */
  @ParameterizedTest
  @CsvSource({"3, 5, 6", "4, 5, 6", "3, 9, 6", "3, 5, 8", "8, 7, 9"})
  void saysWhatTheNarrowNetworkSays(int first, int second, int third) {
    assertGrowsTo(layout(first, second, third, CLASSES));
  }

  /** Convolutions that keep the size go where the trained network has none. */
  @ParameterizedTest
  @CsvSource({"5, 6, 3, 5", "5, 6, 5, 7", "7, 6, 3, 3", "7, 9, 3, 5"})
  void saysWhatTheShallowNetworkSays(int second, int third, int inner, int outer) {
    List<Stage> stages = new ArrayList<>(layout(3, second, third, CLASSES).stages());
    stages.add(stages.size() - 1, Stage.along(1, outer, third, true));
    stages.add(4, Stage.same(inner, second));
    assertGrowsTo(new Layout("strips", 16, Layout.ANY, 4, stages));
  }

  private static void assertGrowsTo(Layout grown) {
    float[] old = weights(NARROW);
    float[] all = Growth.of(Growth.parts(NARROW.packed(old)), grown, weights(grown));
    assertEquals(grown.parameters(), all.length);
    float[] input = new float[N * 16 * COLUMNS * 4];
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) Math.sin(i);
    }
    try (Network before = new Network(NARROW, 1);
        Network after = new Network(grown, 1)) {
      before.setWeights(old);
      after.setWeights(all);
      assertArrayEquals(
          before.forward(input, N, COLUMNS), after.forward(input, N, COLUMNS), 1e-4f, "" + SEED);
      float[] gradients = new float[all.length];
      float[] errors = after.forward(input, N, COLUMNS).clone();
      after.backward(errors, N, COLUMNS, gradients);
      long unheard = IntStream.range(0, all.length).filter(i -> all[i] == 0).count();
      long learning =
          IntStream.range(0, all.length).filter(i -> all[i] == 0 && gradients[i] != 0).count();
      assertTrue(learning > 0 || unheard == 0, "none of " + unheard + " learns, seed " + SEED);
      assertEquals(grown.equals(NARROW), unheard == 0);
    }
  }

  @Test
  void takesTheSameLayoutAsItIs() {
    float[] old = weights(NARROW);
    List<float[]> parts = Growth.parts(NARROW.packed(old));
    assertArrayEquals(old, Growth.of(parts, NARROW, new float[old.length]));
  }

  /** As digit networks were before there was a class for what is no digit. */
  @Test
  void anAddedClassIsUnlikelyAndAnAddedInputUnheard() {
    Layout ten = new Layout("strips", 16, Layout.ANY, 3, layout(3, 5, 6, 10).stages());
    float[] old = weights(ten);
    Layout wide = layout(4, 5, 7, CLASSES);
    float[] all = Growth.of(Growth.parts(ten.packed(old)), wide, weights(wide));
    float[] input = new float[N * 16 * COLUMNS * 4];
    float[] three = new float[N * 16 * COLUMNS * 3];
    for (int i = 0; i < input.length; i++) {
      input[i] = (float) Math.sin(i);
      if (i % 4 < 3) {
        three[i / 4 * 3 + i % 4] = input[i];
      }
    }
    try (Network before = new Network(ten, 1);
        Network after = new Network(wide, 1)) {
      before.setWeights(old);
      after.setWeights(all);
      float[] expected = before.forward(three, N, COLUMNS);
      float[] found = after.forward(input, N, COLUMNS);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], found[i / 10 * CLASSES + i % 10], 1e-4f, "seed " + SEED);
      }
      for (int i = CLASSES - 1; i < found.length; i += CLASSES) {
        assertEquals(-4, found[i]);
      }
    }
  }

  @Test
  void refusesAnyOtherLayout() {
    for (Layout other :
        List.of(
            layout(2, 5, 6, CLASSES),
            layout(3, 5, 6, CLASSES - 1),
            new Layout("strips", 16, Layout.ANY, 4, NARROW.stages().subList(0, 3)))) {
      String message =
          assertThrows(
                  IllegalArgumentException.class,
                  () ->
                      Growth.of(
                          Growth.parts(NARROW.packed(weights(NARROW))),
                          other,
                          new float[(int) other.parameters()]))
              .getMessage();
      assertEquals("its network is no strips", message);
    }
  }

  private static Layout layout(int first, int second, int third, int classes) {
    return new Layout(
        "strips",
        16,
        Layout.ANY,
        4,
        List.of(
            Stage.same(3, first),
            Stage.pool(2, 2),
            Stage.pool(2, 1),
            Stage.same(3, second),
            Stage.pool(2, 1),
            Stage.along(2, 3, third, true),
            Stage.along(1, 1, classes, false)));
  }

  /** Random weights of which none is zero. */
  private static float[] weights(Layout layout) {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] values = new float[(int) layout.parameters()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.1 + 0.4 * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
    }
    return values;
  }
}
