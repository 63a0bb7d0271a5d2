package dev.icrstreams.train.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.evaluate.Share;
import dev.icrstreams.train.run.Runs;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
  /** {98, 2, 0}, {0, 100, 0}, {3, 1, 96}. */
  private final Scores scores = Scores.of(Runs.network("cnn").test());

  @Test
  void countsWhatIsOnTheDiagonal() {
    assertEquals(new Share(294, 300), scores.accuracy());
  }

  @Test
  void measuresEachClassAndTheirMeans() {
    Scores.OfClass zero = scores.classes().get(0);

    assertEquals(98 / 101.0, zero.precision(), 1e-12);
    assertEquals(0.98, zero.recall(), 1e-12);
    assertEquals(2 * 98 / (101.0 + 100), zero.f1(), 1e-12);
    assertEquals((98 / 101.0 + 100 / 103.0 + 1) / 3, scores.precision(), 1e-12);
    assertEquals(0.98, scores.recall(), 1e-12);
    assertEquals((196 / 201.0 + 200 / 203.0 + 192 / 196.0) / 3, scores.f1(), 1e-12);
  }

  @Test
  void leavesClassesOutOfTheMeansThatTheSetDoesNotHave() {
    Scores some = Scores.of(test(new int[][] {{9, 1, 0}, {0, 10, 0}, {0, 0, 0}}));

    assertEquals(List.of("0", "1"), some.classes().stream().map(Scores.OfClass::name).toList());
    assertEquals(0.95, some.recall(), 1e-12);
  }

  @Test
  void callsAClassNobodyIsTakenForImprecise() {
    Scores some = Scores.of(test(new int[][] {{10, 0}, {5, 0}}));

    assertEquals(0, some.classes().get(1).precision());
    assertEquals(0, some.classes().get(1).f1());
  }

  @Test
  void measuresCalibrationAsTheEvaluationDoes() {
    // 300 images in one bin: 97 % sure, 98 % right
    assertEquals(
        0.01, Scores.reliability(Runs.network("cnn").test()).expectedCalibrationError(), 1e-12);
  }

  private static dev.icrstreams.train.run.Test test(int[][] confusion) {
    return new dev.icrstreams.train.run.Test("test", confusion, null, 1, List.of(), List.of());
  }
}
