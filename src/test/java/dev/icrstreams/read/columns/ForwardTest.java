package dev.icrstreams.read.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForwardTest {
  private static final long SEED = 17;
  private static final int CLASSES = 11;

  @Test
  void aNumberIsWorthTheSameAfterNumbersThatBeginLikeIt() {
    Random random = new Random(SEED);
    Columns columns = columns(random);
    Forward forward = columns.forward();
    for (String number : List.of("", "1", "12", "122", "1227", "123", "12", "7", "", "3", "33")) {
      assertEquals(
          columns.logProbability(number),
          forward.logProbability(number),
          number + ", seed " + SEED);
    }
  }

  @Test
  void sumsOfLogarithmsAreWhatTheyAreWithTheirLogarithm() {
    Random random = new Random(SEED);
    for (int trial = 0; trial < 20_000; trial++) {
      double high = -60 * random.nextDouble() * random.nextDouble();
      double low = high - 80 * random.nextDouble() * random.nextDouble();
      double sum = high + Math.log1p(Math.exp(low - high));
      String where = "seed " + SEED + ", " + high + " and " + low;
      assertEquals(sum, Columns.logSum(high, low), where);
      assertEquals(sum, Columns.logSum(low, high), where);
    }
  }

  private static Columns columns(Random random) {
    float[][] logs = new float[24][CLASSES];
    for (float[] column : logs) {
      double all = 0;
      for (int i = 0; i < CLASSES; i++) {
        column[i] = 12 * random.nextFloat();
        all += Math.exp(column[i]);
      }
      for (int i = 0; i < CLASSES; i++) {
        column[i] -= (float) Math.log(all);
      }
    }
    return new Columns(logs);
  }
}
