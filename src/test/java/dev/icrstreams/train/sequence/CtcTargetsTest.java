package dev.icrstreams.train.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.train.network.Fitter;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CtcTargetsTest {
  private static final int CLASSES = 11;
  private static final int COLUMNS = 9;

  /** Logits of a strip that does not begin at 0. */
  private static final int OFFSET = 2 * CLASSES;

  private static final int[] NUMBER = {4, 7, 7, 0};
  private static final int[] ANYWHERE = {0, 0, 0, 0};
  private static final int[] TO_THE_END = {8, 8, 8, 8};
  private static final int[] FIRST = {0, 1, 4, 6};
  private static final int[] LAST = {2, 3, 6, 8};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void lossIsTheNumbersOwnProbabilityWhereDigitsMayStandAnywhere(long seed) {
    float[] logs = logs(logits(seed));
    float[][] columns = new float[COLUMNS][];
    for (int t = 0; t < COLUMNS; t++) {
      int from = OFFSET + t * CLASSES;
      columns[t] = Arrays.copyOfRange(logs, from, from + CLASSES);
    }
    double loss = fill(logs, NUMBER, ANYWHERE, TO_THE_END, new float[logs.length]);
    assertEquals(-new Columns(columns).logProbability("4770"), loss, 1e-5, "seed " + seed);
    double none = fill(logs, new int[0], new int[0], new int[0], new float[logs.length]);
    assertEquals(-new Columns(columns).logProbability(""), none, 1e-5, "seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void targetsOfAColumnSumToOneAndKeepToTheDigitsColumns(long seed) {
    float[] logs = logs(logits(seed));
    float[] targets = new float[logs.length];
    double loss = fill(logs, NUMBER, FIRST, LAST, targets);
    double anywhere = fill(logs, NUMBER, ANYWHERE, TO_THE_END, new float[logs.length]);
    assertTrue(loss > anywhere, loss + " of seed " + seed);
    for (int t = 0; t < COLUMNS; t++) {
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        sum += targets[OFFSET + t * CLASSES + c];
      }
      assertEquals(1, sum, 1e-5, "column " + t + " of seed " + seed);
      assertEquals(t > 2, targets[OFFSET + t * CLASSES + 4] == 0, "column " + t);
      assertEquals(t < 6, targets[OFFSET + t * CLASSES] == 0, "column " + t);
    }
    assertArrayEquals(new float[OFFSET], Arrays.copyOf(targets, OFFSET), "other strips' targets");
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void softmaxMinusTargetsIsTheGradientOfTheLoss(long seed) {
    float[] logits = logits(seed);
    float[] logs = logs(logits);
    float[] targets = new float[logs.length];
    fill(logs, NUMBER, FIRST, LAST, targets);
    for (int i = OFFSET; i < OFFSET + COLUMNS * CLASSES; i++) {
      double step = 0.02;
      double above = lossWith(logits, i, step);
      double below = lossWith(logits, i, -step);
      assertEquals(
          (above - below) / (2 * step),
          Math.exp(logs[i]) - targets[i],
          1e-3,
          "logit " + i + " of seed " + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whatDoesNotFitIsToldAndLeftAlone(int columns) {
    float[] logs = logs(logits(9));
    float[] targets = new float[logs.length];
    Arrays.fill(targets, 7);
    int[] first = {columns, columns};
    double loss = fill(logs, new int[] {3, 5}, first, first, targets);
    assertTrue(Double.isNaN(loss), "two digits in one column");
    assertEquals(7, targets[OFFSET]);
  }

  private static double lossWith(float[] logits, int at, double shift) {
    float[] changed = logits.clone();
    changed[at] += (float) shift;
    return fill(logs(changed), NUMBER, FIRST, LAST, new float[logits.length]);
  }

  private static double fill(float[] logs, int[] digits, int[] first, int[] last, float[] targets) {
    return CtcTargets.fill(logs, OFFSET, COLUMNS, CLASSES, digits, first, last, targets);
  }

  private static float[] logits(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] logits = new float[OFFSET + COLUMNS * CLASSES];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (4 * random.nextDouble());
    }
    return logits;
  }

  private static float[] logs(float[] logits) {
    float[] logs = logits.clone();
    Fitter.logSoftmax(logs, CLASSES);
    return logs;
  }
}
