package dev.icrstreams.train.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.run.Runs;
import dev.icrstreams.train.run.TrainingRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonPageTest {
  private final TrainingRun cnn = Runs.network("cnn-64-32");

  @Test
  void putsMeasuredAndPublishedFiguresBesideEachOther() {
    String page = ComparisonPage.of(List.of(cnn, Runs.classical("knn")));

    assertTrue(
        page.contains(
            "<tr><th>cnn-64-32</th><td>98.00 %</td><td>95.70 – 99.26 %</td><td>98.04 %</td>"),
        page.replaceAll("base64,[^\"]+", ""));
    assertTrue(page.contains("no clear difference"));
    assertTrue(page.contains("<tr><th>· as published</th><td>99.00 %</td>"));
    assertTrue(page.contains("<tr><th>knn</th><td>98.00 %</td>"));
    assertTrue(page.contains("<th>F1 of class</th><th>cnn-64-32</th><th>knn</th>"));
    assertTrue(page.contains("<tr><th>2</th><td>97.96 %</td><td>97.96 %</td></tr>"));
    assertTrue(page.contains("Validation loss"));
    assertFalse(page.contains("NaN") || page.contains("null"), page);
  }

  @Test
  void drawsNoCurvesWhereNobodyHasEpochsAndNoTestsWhereNobodyHasOne() {
    assertFalse(
        ComparisonPage.of(List.of(Runs.classical("knn"), Runs.classical("svm")))
            .contains("How they learned"));
    String untested = ComparisonPage.of(List.of(Runs.untested(cnn), Runs.untested(cnn)));
    assertFalse(untested.contains("How they were tested"));
    assertTrue(untested.contains("How they learned"));
  }

  @Test
  void warnsOfDifferentSets() {
    TrainingRun knn = Runs.classical("knn");
    TrainingRun other = Runs.tested(knn, Runs.set(knn.test(), "another set"));

    assertTrue(
        ComparisonPage.of(List.of(cnn, other))
            .contains("<b>Not all were tested on the same set:</b> test; another set"));
    assertFalse(ComparisonPage.of(List.of(cnn, knn)).contains("same set"));
  }

  @Test
  void namesEveryRunItsOwnWay() {
    assertEquals(
        List.of("knn", "cnn-64-32, seed 7", "cnn-64-32, seed 7 (2)"),
        Names.of(List.of(Runs.classical("knn"), cnn, cnn)));
  }
}
