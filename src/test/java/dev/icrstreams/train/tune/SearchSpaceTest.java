package dev.icrstreams.train.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSpaceTest {
  private static final long SEED = 11;
  private static final String RANGES =
      """
      training.rate: {kind: log, from: 0.0001, to: 0.01}
      layers[1].dense: {kind: log, from: 16, to: 256}
      layers[2].dropout: {kind: linear, from: 0.1, to: 0.5}
      depth: {kind: linear, from: 1, to: 3}
      training.optimiser: {kind: choice, values: [adam, sgd]}
      """;

  @Test
  void drawsEveryValueFromItsRange() {
    List<Trial> trials = SearchSpace.parse("r.yml", RANGES).trials(2000, SEED);
    for (Trial trial : trials) {
      double rate = trial.values().get("training.rate").doubleValue();
      double dropout = trial.values().get("layers[2].dropout").doubleValue();
      assertTrue(rate >= 1e-4 && rate <= 1e-2, "rate " + rate);
      assertTrue(dropout >= 0.1 && dropout <= 0.5, "dropout " + dropout);
      assertTrue(trial.values().get("layers[1].dense").isInt(), trial.toString());
    }
    // of a log range half lies below the geometric mean, of a linear one below the mean
    assertEquals(0.5, share(trials, "training.rate", 1e-3), 0.05, "seed " + SEED);
    assertEquals(0.5, share(trials, "layers[1].dense", 64), 0.05, "seed " + SEED);
    assertEquals(0.5, share(trials, "layers[2].dropout", 0.3), 0.05, "seed " + SEED);
  }

  @Test
  void drawsTheEndsAndChoicesAsOftenAsTheRest() {
    List<Trial> trials = SearchSpace.parse("r.yml", RANGES).trials(3000, SEED);

    Map<String, Long> depths = counts(trials, "depth");
    assertEquals(List.of("1", "2", "3"), List.copyOf(depths.keySet()));
    depths.forEach((depth, count) -> assertEquals(1000, count, 120, depth + ", seed " + SEED));
    Map<String, Long> optimisers = counts(trials, "training.optimiser");
    assertEquals(List.of("\"adam\"", "\"sgd\""), List.copyOf(optimisers.keySet()));
    assertEquals(1500, optimisers.get("\"sgd\""), 150, "seed " + SEED);
  }

  @Test
  void drawsTheSameForASeedAndOnlyMoreWhenAskedForMore() {
    SearchSpace space = SearchSpace.parse("r.yml", RANGES);

    assertEquals(space.trials(5, SEED), space.trials(9, SEED).subList(0, 5));
    assertNotEquals(space.trials(5, SEED), space.trials(5, SEED + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate: {kind: cubic, from: 1, to: 2} | r.yml: rate: kind must be log, linear or choice, and is cubic",
        "rate: {from: 1, to: 2} | r.yml: rate: kind must be log, linear or choice",
        "rate: 0.1 | r.yml: rate: kind must be log, linear or choice",
        "rate: {kind: log, from: 1} | r.yml: rate: to is missing",
        "rate: {kind: log, from: 1, to: much} | r.yml: rate: to must be a number: \"much\"",
        "rate: {kind: linear, from: 2, to: 1} | r.yml: rate: from 2 must be below to 1",
        "rate: {kind: log, from: 0, to: 1} | r.yml: rate: from must be above 0 in a log range, and is 0",
        "rate: {kind: log, from: 1, to: 2, by: 3} | r.yml: rate: a log range has no by",
        "rate: {kind: choice, values: []} | r.yml: rate: a choice needs values: [ … ]",
        "rate: {kind: log, | r.yml, line 1",
        "[] | r.yml: must be parameters, each with its range"
      })
  void namesFileParameterAndMistake(String yaml, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SearchSpace.parse("r.yml", yaml));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }

  private static double share(List<Trial> trials, String parameter, double below) {
    return trials.stream()
            .filter(trial -> trial.values().get(parameter).doubleValue() < below)
            .count()
        / (double) trials.size();
  }

  private static Map<String, Long> counts(List<Trial> trials, String parameter) {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                trial -> trial.values().get(parameter).toString(),
                TreeMap::new,
                Collectors.counting()));
  }
}
