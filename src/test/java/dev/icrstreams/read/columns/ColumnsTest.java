package dev.icrstreams.read.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.read.Spelled;
import dev.icrstreams.read.columns.Columns.ScoredNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns against the sum over all alignments, one by one. */
class ColumnsTest {
  private static final int CLASSES = 11;
  private static final int BLANK = 10;
  private static final int COUNT = 4;
  private static final int ALL = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aNumbersProbabilityIsTheSumOverItsAlignments(long seed) {
    Columns columns = random(seed, COUNT);
    Map<String, Double> expected = bruteForce(columns);
    assertEquals(1, expected.values().stream().mapToDouble(p -> p).sum(), 1e-5, "seed " + seed);
    expected.forEach(
        (number, probability) ->
            assertEquals(
                probability,
                Math.exp(columns.logProbability(number)),
                1e-9 + 1e-5 * probability,
                () -> number + " of seed " + seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 7})
  void theLikeliestComeInTheirOrder(long seed) {
    Columns columns = random(seed, COUNT);
    Map<String, Double> expected = bruteForce(columns);
    List<ScoredNumber> found = columns.likeliest(ALL);
    List<String> order =
        expected.keySet().stream()
            .sorted((a, b) -> Double.compare(expected.get(b), expected.get(a)))
            .toList();
    for (int i = 0; i < 50; i++) {
      String name = "place " + i + " of seed " + seed;
      assertEquals(order.get(i), found.get(i).number(), name);
      assertEquals(Math.log(expected.get(order.get(i))), found.get(i).logProbability(), 1e-4, name);
    }
    assertEquals(order.get(0), columns.likeliest(64).get(0).number(), "seed " + seed);
  }

  @Test
  void aGuessFollowsEachColumnsLikeliestClass() {
    float[][] columns = {column(10), column(3), column(3), column(10), column(3), column(7)};
    assertEquals("337", new Columns(columns).guess());
    assertEquals("", new Columns(new float[][] {column(10), column(10)}).guess());
  }

  private static float[] column(int label) {
    return Spelled.column(label, 0.6);
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9, 10})
  void anAutomatonLeavesOnlyWhatItAccepts(long seed) {
    Columns columns = random(seed, COUNT);
    NumberAutomaton even = multiplesOf(2);
    HashSet<String> expected = new HashSet<>();
    for (String number : bruteForce(columns).keySet()) {
      if (even.accepts(number)) {
        expected.add(number);
      }
    }
    assertEquals(expected, new HashSet<>(columns.likeliest(ALL, even)), "seed " + seed);
    assertEquals(List.of("407"), columns.likeliest(4, NumberAutomaton.exactly("407")));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void digitsStandInTheColumnsOneAfterTheOther(long seed) {
    Columns columns = random(seed, 12);
    for (ScoredNumber likely : columns.likeliest(20)) {
      List<Double> middles = columns.positions(likely.number());
      String name = likely.number() + " at " + middles + " of seed " + seed;
      assertEquals(likely.number().length(), middles.size(), name);
      double before = -1e-9;
      for (double middle : middles) {
        assertTrue(middle > before && middle < 11 + 1e-9, name);
        before = middle;
      }
    }
  }

  @Test
  void digitsStandWhereTheyAreLikeliest() {
    Columns columns = peaked(BLANK, 7, BLANK, BLANK, 7, 1, 1, BLANK);
    assertEquals("771", columns.likeliest(12).get(0).number());
    List<Double> middles = columns.positions("771");
    assertEquals(1, middles.get(0), 1e-6);
    assertEquals(4, middles.get(1), 1e-6);
    assertEquals(5.5, middles.get(2), 1e-6);
  }

  @Test
  void equalNeighboursNeedABlankBetweenThem() {
    assertEquals(Double.NEGATIVE_INFINITY, random(1, 2).logProbability("33"));
    assertEquals(List.of(), random(1, 2).positions("33"));
    Columns three = random(1, 3);
    assertEquals(three.at(0, 3) + three.at(1, BLANK) + three.at(2, 3), three.logProbability("33"));
    assertEquals(3, peaked(3, 3, BLANK, 3, 4).likeliest(12).get(0).number().length());
  }

  @Test
  void noDigitsAtAllAreBlanksOnly() {
    Columns columns = peaked(BLANK, BLANK, 5);
    double sum = columns.at(0, BLANK) + columns.at(1, BLANK) + columns.at(2, BLANK);
    assertEquals(sum, columns.logProbability(""), 1e-9);
    assertEquals(List.of(), columns.positions(""));
  }

  private static Map<String, Double> bruteForce(Columns columns) {
    Map<String, Double> sums = new HashMap<>();
    int[] labels = new int[columns.count()];
    int ways = (int) Math.pow(CLASSES, labels.length);
    for (int way = 0; way < ways; way++) {
      double log = 0;
      StringBuilder number = new StringBuilder();
      int last = BLANK;
      for (int t = 0, rest = way; t < labels.length; t++, rest /= CLASSES) {
        int label = rest % CLASSES;
        log += columns.at(t, label);
        if (label != last && label != BLANK) {
          number.append(label);
        }
        last = label;
      }
      sums.merge(number.toString(), Math.exp(log), Double::sum);
    }
    return sums;
  }

  private static NumberAutomaton multiplesOf(int divisor) {
    return new NumberAutomaton() {
      @Override
      public int start() {
        return 1;
      }

      @Override
      public int next(int state, int digit) {
        return digit % divisor;
      }

      @Override
      public boolean accepts(int state) {
        return state == 0;
      }
    };
  }

  /** None of them so unlikely that the search leaves it out. */
  private static Columns random(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] logs = new float[count][CLASSES];
    for (float[] column : logs) {
      double sum = 0;
      for (int i = 0; i < CLASSES; i++) {
        column[i] = (float) (3 * random.nextDouble());
        sum += Math.exp(column[i]);
      }
      for (int i = 0; i < CLASSES; i++) {
        column[i] -= (float) Math.log(sum);
      }
    }
    return new Columns(logs);
  }

  private static Columns peaked(int... labels) {
    float[][] logs = new float[labels.length][CLASSES];
    for (int t = 0; t < labels.length; t++) {
      java.util.Arrays.fill(logs[t], (float) Math.log(0.01));
      logs[t][labels[t]] = (float) Math.log(0.9);
    }
    return new Columns(logs);
  }
}
