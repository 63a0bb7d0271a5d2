package dev.icrstreams.train.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.tune.Rungs.Rung;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
  private static final Map<String, String> SEARCH = Map.of("network", "toy", "seed", "5");
  private static final List<Trial> TRIALS =
      SearchSpace.parse("r.yml", "rate: {kind: log, from: 0.0001, to: 1}").trials(27, 5);

  @TempDir Path folder;
  private final List<String> judged = new ArrayList<>();

  @Test
  void climbsALadderThatEndsWithAllEpochs() {
    assertEquals(
        List.of(new Rung(27, 1), new Rung(9, 3), new Rung(3, 9)),
        Rungs.halving(27, 9, 1, 3).rungs());
    assertEquals(
        List.of(new Rung(20, 1), new Rung(6, 3), new Rung(2, 10)),
        Rungs.halving(20, 10, 1, 3).rungs());
    assertEquals(List.of(new Rung(8, 4), new Rung(4, 8)), Rungs.halving(8, 8, 3, 2).rungs());
    assertEquals(
        List.of(new Rung(4, 1), new Rung(2, 2), new Rung(1, 4)), Rungs.halving(4, 4, 1, 2).rungs());
    assertEquals(81, Rungs.halving(27, 9, 1, 3).epochs());
    assertEquals(243, Rungs.random(27, 9).epochs());
    assertThrows(IllegalArgumentException.class, () -> Rungs.halving(9, 9, 10, 3));
    assertThrows(IllegalArgumentException.class, () -> Rungs.halving(9, 9, 1, 1));
  }

  @Test
  void findsTheBestTrialByHalvingForAThirdOfTheEpochs() throws Exception {
    List<Outcome> random = run("random", SearchTest::toy, Rungs.random(27, 9));
    int epochs = 27 * 9;
    List<Outcome> halving = run("halving", SearchTest::toy, Rungs.halving(27, 9, 1, 3));

    assertEquals(27, halving.size());
    assertEquals(best(), random.get(0).trial());
    assertEquals(best(), halving.get(0).trial());
    assertEquals(9, halving.get(0).epochs());
    assertEquals(epochs / 3, Rungs.halving(27, 9, 1, 3).epochs());
    assertEquals(
        halving.stream().sorted(Outcome.BEST_FIRST).toList(), halving, "the best come first");
    assertEquals(18, halving.stream().filter(outcome -> outcome.epochs() == 1).count());
  }

  @Test
  void goesOnWhereItWasBrokenOff() throws Exception {
    Rungs rungs = Rungs.halving(27, 9, 1, 3);
    Objective stopping =
        (trial, epochs) -> {
          if (judged.size() == 30) {
            throw new InterruptedException();
          }
          return counted(trial, epochs);
        };
    assertThrows(InterruptedException.class, () -> run("broken", stopping, rungs));
    List<Outcome> resumed = run("broken", this::counted, rungs);

    assertEquals(27 + 9 + 3, judged.size());
    assertEquals(judged.size(), judged.stream().distinct().count(), "nothing is judged twice");
    List<Outcome> whole = run("whole", SearchTest::toy, rungs);
    assertEquals(
        whole.stream().map(Outcome::accuracy).toList(),
        resumed.stream().map(Outcome::accuracy).toList());
  }

  @Test
  void recordsWhatFailsAndGoesOn() throws Exception {
    Objective picky =
        (trial, epochs) -> {
          if (trial.number() % 3 == 0) {
            throw new IllegalArgumentException("rate is too high");
          }
          return trial.number() % 3 == 1 ? Double.NaN : toy(trial, epochs);
        };
    List<Outcome> outcomes = run("picky", picky, Rungs.halving(27, 9, 1, 3));

    assertEquals(27, outcomes.size());
    assertTrue(outcomes.get(0).accuracy() != null && outcomes.get(0).trial() % 3 == 2);
    Outcome last = outcomes.get(26);
    assertNull(last.accuracy());
    assertEquals("rate is too high", last.failure());
    assertEquals(
        9,
        outcomes.stream()
            .filter(each -> each.failure() != null)
            .filter(each -> each.failure().equals("its validation accuracy is no number"))
            .count());
    List<String> table = TrialTable.of(outcomes, List.of("rate"));
    assertFalse(table.toString().contains("E-"), "rates are written out");
    assertEquals(28, table.size());
    assertTrue(table.get(27).contains("failed"), table.get(27));
    assertEquals(1, table.stream().map(String::length).distinct().count(), "columns are aligned");
  }

  @Test
  void endsWhenNothingCanBeJudged() {
    Objective broken =
        (trial, epochs) -> {
          throw new IOException("no data");
        };
    assertThrows(IOException.class, () -> run("io", broken, Rungs.random(2, 1)));
  }

  @Test
  void dropsALineThatWasNotFinished() throws Exception {
    run("cut", SearchTest::toy, Rungs.random(3, 1));
    Path file = folder.resolve("cut").resolve(TrialLog.FILE);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 5));
    run("cut", this::counted, Rungs.random(3, 1));

    assertEquals(List.of("3 for 1"), judged);
    assertEquals(4, Files.readAllLines(file).size());
  }

  @Test
  void refusesTheLogOfAnotherSearchAndNamesTheDifference() throws Exception {
    run("other", SearchTest::toy, Rungs.random(3, 1));
    IOException e =
        assertThrows(
            IOException.class,
            () -> TrialLog.open(folder.resolve("other"), Map.of("network", "toy", "seed", "6")));
    assertTrue(e.getMessage().contains("trials.jsonl is of another search: seed was 5 and is 6"));
  }

  @Test
  void refusesALogThatIsBeingWritten() throws Exception {
    Files.createDirectory(folder.resolve("busy"));
    try (TrialLog log = TrialLog.open(folder.resolve("busy"), SEARCH)) {
      IOException e =
          assertThrows(IOException.class, () -> TrialLog.open(folder.resolve("busy"), SEARCH));
      assertTrue(e.getMessage().contains("another search is writing"), e.getMessage());
      assertTrue(log.outcomes().isEmpty());
    }
  }

  @Test
  void namesTheLineThatIsNoTrial() throws Exception {
    run("bad", SearchTest::toy, Rungs.random(3, 1));
    Path file = folder.resolve("bad").resolve(TrialLog.FILE);
    Files.writeString(file, Files.readString(file) + "not json\n");
    IOException e =
        assertThrows(IOException.class, () -> TrialLog.open(folder.resolve("bad"), SEARCH));
    assertTrue(e.getMessage().contains("trials.jsonl, line 5 is no trial"), e.getMessage());
  }

  private List<Outcome> run(String name, Objective objective, Rungs rungs)
      throws IOException, InterruptedException {
    Path out = Files.createDirectories(folder.resolve(name));
    try (TrialLog log = TrialLog.open(out, SEARCH)) {
      List<Outcome> told = new ArrayList<>();
      List<Outcome> outcomes =
          new Search(objective, log, told::add)
              .run(TRIALS.subList(0, rungs.rungs().get(0).trials()), rungs);
      assertEquals(log.outcomes().size(), told.size(), "each is told once");
      return outcomes;
    }
  }

  private double counted(Trial trial, int epochs) {
    judged.add(trial.number() + " for " + epochs);
    return toy(trial, epochs);
  }

  /** Best at a rate of 0.01, and better with every epoch. */
  private static double toy(Trial trial, int epochs) {
    double rate = trial.values().get("rate").doubleValue();
    return (1 - 0.1 * Math.abs(Math.log10(rate) + 2)) * (1 - 0.5 / (1 + epochs));
  }

  private static int best() {
    return TRIALS.stream().max(Comparator.comparingDouble(trial -> toy(trial, 9))).get().number();
  }
}
