package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
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
  void ordersByProbability() {
    Lattice lattice = lattice(2, candidate(0, 1, 20));
    List<Hypothesis> numbers = LatticeSearch.nBest(lattice, new double[][] {sure(7, 0.7)});
    assertEquals(10, numbers.size());
    for (int i = 1; i < numbers.size(); i++) {
      assertTrue(numbers.get(i - 1).logMass() >= numbers.get(i).logMass());
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

  private static double[] random(Random random) {
    double[] weights = random.doubles(10, 0.01, 1).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> Math.log(weight / sum)).toArray();
  }
}
