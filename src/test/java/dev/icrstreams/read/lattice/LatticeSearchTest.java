package dev.icrstreams.read.lattice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.constrain.AllowedList;
import dev.icrstreams.constrain.AllowedLists;
import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.constrain.Rules;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.ConstraintsText;
import dev.icrstreams.field.Ink;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatticeSearchTest {
  private static final Ink INK = new Ink(1, 1, new byte[1]);

  @Test
  void readsAPathFromLeftToRight() {
    Lattice lattice = lattice(3, candidate(0, 1, 20), candidate(1, 2, 20));
    List<Hypothesis> numbers =
        LatticeSearch.nBest(lattice, new double[][] {sure(4, 0.9), sure(2, 0.6)});
    assertEquals("42", numbers.get(0).number());
    assertEquals(List.of(0, 1), numbers.get(0).path());
  }

  @Test
  void choosesTheCutThatTheClassifierAndTheProportionsPrefer() {
    Lattice lattice = lattice(3, candidate(0, 1, 30), candidate(1, 2, 30), candidate(0, 2, 62));
    double[][] unsureWhole = {sure(0, 0.99), sure(0, 0.99), sure(8, 0.5)};
    Hypothesis cut = LatticeSearch.nBest(lattice, unsureWhole).get(0);
    assertEquals("00", cut.number());
    assertEquals(List.of(0, 1), cut.path());

    Lattice narrow = lattice(3, candidate(0, 1, 12), candidate(1, 2, 12), candidate(0, 2, 26));
    double[][] sureWhole = {sure(1, 0.9), sure(1, 0.9), sure(0, 0.99)};
    assertEquals("0", LatticeSearch.nBest(narrow, sureWhole).get(0).number());
  }

  /** Against brute force over all numbers and paths of small random lattices. */
  @Test
  void addsUpThePathsThatSpellTheSameNumber() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      Lattice lattice =
          lattice(
              3,
              candidate(0, 1, 10 + random.nextInt(30)),
              candidate(1, 2, 10 + random.nextInt(30)),
              candidate(0, 2, 10 + random.nextInt(60)));
      double[][] logs = {random(random), random(random), random(random)};
      Map<String, Double> masses = new HashMap<>();
      double[] cost =
          lattice.candidates().stream().mapToDouble(c -> Geometry.cost(c.box())).toArray();
      for (int a = 0; a < 10; a++) {
        masses.merge("" + a, Math.exp(logs[2][a] - cost[2]), Double::sum);
        for (int b = 0; b < 10; b++) {
          masses.merge(
              "" + a + b, Math.exp(logs[0][a] + logs[1][b] - cost[0] - cost[1]), Double::sum);
        }
      }
      for (Hypothesis number : LatticeSearch.nBest(lattice, logs).subList(0, 20)) {
        assertEquals(masses.get(number.number()), Math.exp(number.logMass()), 1e-9, "seed " + seed);
      }
      String best =
          masses.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      assertEquals(best, LatticeSearch.nBest(lattice, logs).get(0).number(), "seed " + seed);
    }
  }

  @Test
  void leavesOutWhatTheClassifierCallsNoDigit() {
    Lattice lattice = lattice(4, candidate(0, 1, 20), candidate(1, 2, 20), candidate(2, 3, 20));
    double[][] logs = {eleven(4, 0.97, 0.01), eleven(7, 1e-6, 0.9999), eleven(2, 0.97, 0.01)};
    Hypothesis best = LatticeSearch.nBest(lattice, logs).get(0);
    assertEquals("42", best.number());
    assertEquals(List.of(0, 2), best.path());
  }

  @Test
  void leavesNothingOutForANetworkThatKnowsDigitsOnly() {
    Lattice lattice = lattice(3, candidate(0, 1, 20), candidate(1, 2, 20));
    LatticeSearch.nBest(lattice, new double[][] {sure(4, 0.9), sure(2, 0.2)})
        .forEach(each -> assertEquals(2, each.number().length()));
  }

  /** Two halves of a zero: each like some digit, and more like none. */
  @Test
  void takesAWholeDigitForOneAndNotItsPieces() {
    Lattice lattice = lattice(3, candidate(0, 1, 14), candidate(1, 2, 14), candidate(0, 2, 28));
    double[][] logs = {eleven(6, 0.3, 0.69), eleven(3, 0.3, 0.69), eleven(0, 0.98, 0.01)};
    assertEquals("0", LatticeSearch.nBest(lattice, logs).get(0).number());
    double[][] two = {eleven(1, 0.97, 0.01), eleven(1, 0.97, 0.01), eleven(0, 0.2, 0.79)};
    assertEquals("11", LatticeSearch.nBest(lattice, two).get(0).number());
  }

  @Test
  void findsNoNumberWhereNothingIsADigit() {
    Lattice lattice = lattice(3, candidate(0, 1, 20), candidate(1, 2, 20));
    double[][] logs = {eleven(4, 1e-6, 0.99999), eleven(2, 1e-6, 0.99999)};
    assertEquals("", LatticeSearch.nBest(lattice, logs).get(0).number());
  }

  @Test
  void aRuleDecidesWhatIsLeftOut() {
    Lattice lattice = lattice(4, candidate(0, 1, 20), candidate(1, 2, 20), candidate(2, 3, 20));
    double[][] logs = {eleven(4, 0.97, 0.01), eleven(7, 0.4, 0.59), eleven(2, 0.97, 0.01)};
    for (String number : List.of("42", "472", "47", "4")) {
      List<Hypothesis> found = LatticeSearch.nBest(lattice, logs, NumberAutomaton.exactly(number));
      assertEquals(List.of(number), found.stream().map(Hypothesis::number).toList());
    }
  }

  @Test
  void ordersByProbability() {
    Lattice lattice = lattice(2, candidate(0, 1, 20));
    List<Hypothesis> numbers = LatticeSearch.nBest(lattice, new double[][] {sure(7, 0.7)});
    assertEquals(10, numbers.size());
    for (int i = 1; i < numbers.size(); i++) {
      assertTrue(numbers.get(i - 1).logMass() >= numbers.get(i).logMass());
    }
  }

  /** Against brute force over all numbers of small random lattices, under rules of every kind. */
  @Test
  void findsTheBestNumbersThatSatisfyTheRules() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    AllowedLists lists =
        AllowedLists.of(Map.of("some", AllowedList.of(List.of("7", "93", "0042", "1234", "999"))));
    for (int round = 0; round < 40; round++) {
      Lattice lattice = randomLattice(random);
      double[][] logs =
          lattice.candidates().stream().map(each -> peaked(random)).toArray(double[][]::new);
      Map<String, Double> masses = new HashMap<>();
      spell(lattice, logs, 0, "", 0, masses);
      for (Map<String, String> texts :
          List.of(
              Map.of("check", "LUHN"),
              Map.of("check", "MOD11", "min_digits", "4", "max_digits", "4"),
              Map.of("min_digits", "4"),
              Map.of("max_digits", "2", "regex", "[1-3]+"),
              Map.of("min", "17", "max", "0555"),
              Map.of("allowed", "some"),
              Map.of("min_digits", "5"))) {
        Rules rules = Rules.of(ConstraintsText.parse(texts), lists);
        double most =
            masses.entrySet().stream()
                .filter(entry -> rules.ruleBrokenBy(entry.getKey()).isEmpty())
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        List<Hypothesis> found = LatticeSearch.nBest(lattice, logs, rules.automaton());
        String what = texts + ", seed " + seed;
        assertEquals(most == 0, found.isEmpty(), what);
        if (most > 0) {
          Hypothesis best = found.get(0);
          assertEquals(1, masses.get(best.number()) / most, 1e-2, what);
          assertEquals(1, Math.exp(best.logMass()) / most, 1e-2, what);
        }
        for (Hypothesis number : found) {
          assertTrue(rules.ruleBrokenBy(number.number()).isEmpty(), what);
        }
      }
    }
  }

  @Test
  void tellsTheScoreOfAGivenNumber() {
    Lattice lattice = lattice(3, candidate(0, 1, 30), candidate(1, 2, 30), candidate(0, 2, 62));
    double[][] logs = {sure(4, 0.9), sure(2, 0.6), sure(8, 0.5)};
    Hypothesis likely = LatticeSearch.nBest(lattice, logs).get(0);
    List<Hypothesis> same =
        LatticeSearch.nBest(lattice, logs, NumberAutomaton.exactly(likely.number()));
    assertEquals(1, same.size());
    assertEquals(likely.logMass(), same.get(0).logMass(), 1e-12);
    assertEquals(List.of(), LatticeSearch.nBest(lattice, logs, NumberAutomaton.exactly("123")));
  }

  /** Twelve digits or, far likelier, fewer: the short ones must not push the long one out. */
  @Test
  void doesNotLoseALongNumberBehindLikelierShortOnes() {
    List<Candidate> candidates = new ArrayList<>();
    List<double[]> logs = new ArrayList<>();
    for (int node = 0; node < 12; node++) {
      candidates.add(candidate(node, node + 1, 20));
      logs.add(sure(1, 1e-6));
      if (node < 11) {
        candidates.add(candidate(node, node + 2, 20));
        logs.add(sure(5, 0.9));
      }
    }
    Lattice lattice = lattice(13, candidates.toArray(Candidate[]::new));
    Rules rules = Rules.of(ConstraintsText.parse(Map.of("min_digits", "12")), AllowedLists.NONE);
    List<Hypothesis> found =
        LatticeSearch.nBest(lattice, logs.toArray(double[][]::new), rules.automaton());
    assertEquals(12, found.get(0).number().length());
  }

  /** An unlikely first digit that the last one proves right, behind hundreds of likelier ones. */
  @Test
  void keepsTheBestBeginningOfEveryState() {
    int length = 6;
    Candidate[] candidates = new Candidate[length];
    double[][] logs = new double[length][];
    for (int i = 0; i < length; i++) {
      candidates[i] = candidate(i, i + 1, 20);
      logs[i] = sure(5, 0.1);
    }
    logs[0] = sure(1, 1 - 1e-9);
    logs[length - 1] = sure(2, 1 - 1e-12);
    Rules rules =
        Rules.of(ConstraintsText.parse(Map.of("regex", "[0-8]\\d*1|9\\d*2")), AllowedLists.NONE);
    Hypothesis best =
        LatticeSearch.nBest(lattice(length + 1, candidates), logs, rules.automaton()).get(0);
    assertTrue(best.number().matches("9[0-9]{4}2"), best.number());
  }

  private static Lattice randomLattice(Random random) {
    List<Candidate> candidates = new ArrayList<>();
    for (int from = 0; from < 4; from++) {
      for (int to = from + 1; to <= Math.min(4, from + 2); to++) {
        candidates.add(candidate(from, to, 10 + random.nextInt(50)));
      }
    }
    return lattice(5, candidates.toArray(Candidate[]::new));
  }

  private static void spell(
      Lattice lattice,
      double[][] logs,
      int node,
      String number,
      double log,
      Map<String, Double> masses) {
    if (node == lattice.nodes() - 1) {
      masses.merge(number, Math.exp(log), Double::sum);
      return;
    }
    for (int i = 0; i < logs.length; i++) {
      Candidate candidate = lattice.candidates().get(i);
      if (candidate.from() == node) {
        for (int digit = 0; digit < 10; digit++) {
          double more = logs[i][digit] - Geometry.cost(candidate.box());
          spell(lattice, logs, candidate.to(), number + digit, log + more, masses);
        }
      }
    }
  }

  private static Lattice lattice(int nodes, Candidate... candidates) {
    return new Lattice(nodes, List.of(candidates), List.of(), 0);
  }

  private static Candidate candidate(int from, int to, int width) {
    return new Candidate(from, to, new Box(0, 0, width, 40), INK);
  }

  private static double[] sure(int digit, double probability) {
    double[] logs = new double[10];
    Arrays.fill(logs, Math.log((1 - probability) / 9));
    logs[digit] = Math.log(probability);
    return logs;
  }

  /** A digit, and the class for what is none; the rest of the probability is shared. */
  private static double[] eleven(int digit, double probability, double noDigit) {
    double[] logs = new double[11];
    Arrays.fill(logs, Math.log((1 - probability - noDigit) / 9));
    logs[digit] = Math.log(probability);
    logs[10] = Math.log(noDigit);
    return logs;
  }

  /** As a CNN is: sure of one or two digits, whatever they are. */
  private static double[] peaked(Random random) {
    double[] weights = random.doubles(10, -12, 0).map(Math::exp).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> Math.log(weight / sum)).toArray();
  }

  private static double[] random(Random random) {
    double[] weights = random.doubles(10, 0.01, 1).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> Math.log(weight / sum)).toArray();
  }
}
