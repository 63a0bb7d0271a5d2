package dev.icrstreams.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.evaluate.Results;
import dev.icrstreams.field.Decision.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final double MARGIN = 0.05;

  @Test
  void countsWhatOnlyOneGotRight() {
    Comparison comparison = compare(80, 3, 9, 8);
    assertEquals(100, comparison.count());
    assertEquals(3, comparison.onlyCurrent());
    assertEquals(9, comparison.onlyCandidate());
    assertEquals(0.06, comparison.difference(), 1e-12);
    // twice the chance of at most 3 heads in 12 throws: 2 * (1 + 12 + 66 + 220) / 4096
    assertEquals(598.0 / 4096, comparison.pValue(), 1e-12);
    assertTrue(comparison.differenceLow() < 0.06 && comparison.differenceHigh() > 0.06);
    assertTrue(comparison.differenceHigh() <= 0.12);
  }

  @Test
  void equalModelsDifferByNothing() {
    Comparison comparison = compare(90, 0, 0, 10);
    assertEquals(1, comparison.pValue(), 1e-12);
    assertEquals(0, comparison.differenceLow());
    assertEquals(List.of(), comparison.objections(0));
  }

  @Test
  void refusesAWorseModel() {
    List<String> objections = compare(80, 12, 1, 7).objections(MARGIN);
    assertEquals(1, objections.size(), objections.toString());
    assertTrue(objections.get(0).startsWith("it is worse: 12 fields"), objections.get(0));
  }

  @Test
  void refusesAModelThatTooFewFieldsSpeakFor() {
    List<String> objections = compare(10, 3, 3, 1).objections(MARGIN);
    assertEquals(1, objections.size(), objections.toString());
    assertTrue(objections.get(0).startsWith("it may be worse by"), objections.get(0));
    assertEquals(List.of(), compare(980, 3, 8, 9).objections(MARGIN));
  }

  @Test
  void refusesConfidencesThatAreOff() {
    Report good = report(80, 20, 0.8, Route.REVIEW);
    Report boastful = report(80, 20, 0.99, Route.REVIEW);
    List<String> objections = Comparison.of(good, boastful).objections(MARGIN);
    assertEquals(1, objections.size(), objections.toString());
    assertTrue(objections.get(0).startsWith("it is miscalibrated"), objections.get(0));
    assertEquals(List.of(), Comparison.of(boastful, good).objections(MARGIN));
  }

  @Test
  void refusesMoreErrorsThanTheBudget() {
    Report careful = report(80, 20, 0.8, Route.REVIEW);
    Report careless = report(80, 20, 0.8, Route.ACCEPTED);
    List<String> objections = Comparison.of(careful, careless).objections(MARGIN);
    assertEquals(1, objections.size(), objections.toString());
    assertTrue(
        objections.get(0).startsWith("of 100 numbers that it accepts 20 are wrong"),
        objections.get(0));
  }

  @Test
  void wantsTheSameFields() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Comparison.of(report(5, 5, 0.5, Route.REVIEW), report(5, 6, 0.5, Route.REVIEW)));
  }

  /** How many fields both get right, only the current model, only the candidate, and neither. */
  private static Comparison compare(int both, int current, int candidate, int neither) {
    List<ReadField> before = new ArrayList<>();
    List<ReadField> after = new ArrayList<>();
    for (int i = 0; i < both + current + candidate + neither; i++) {
      boolean was = i < both + current;
      boolean is = i < both || (i >= both + current && i < both + current + candidate);
      before.add(field(i, was, was ? 1 : 0, Route.REVIEW));
      after.add(field(i, is, is ? 1 : 0, Route.REVIEW));
    }
    return Comparison.of(Reports.of(before), Reports.of(after));
  }

  private static Report report(int right, int wrong, double confidence, Route route) {
    List<ReadField> fields = new ArrayList<>();
    for (int i = 0; i < right + wrong; i++) {
      fields.add(field(i, i < right, confidence, route));
    }
    return Reports.of(fields);
  }

  private static ReadField field(int i, boolean right, double confidence, Route route) {
    return Reports.field(
        Path.of("fields"),
        i + ".png",
        "",
        Results.result("12", right ? "12" : "13", confidence, route));
  }
}
