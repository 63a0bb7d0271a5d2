package dev.icrstreams.train.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.run.Test.Bin;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TesterTest {
  @Test
  void countsWhatWasTakenForWhatAndHowSurely() throws IOException {
    DigitSet digits = Strokes.digits(4, 1);
    float[][] probabilities = {sure(0, 0.75f), sure(1, 0.95f), sure(7, 0.95f), sure(8, 0.75f)};
    var test = Tester.test("four", digits, images -> probabilities);
    assertEquals(1, test.confusion()[0][0]);
    assertEquals(1, test.confusion()[2][7]);
    assertEquals(1, test.confusion()[3][8]);
    assertEquals(2, test.right());
    double other = 0.05 / 9;
    double expected = Math.log(0.75) + Math.log(0.95) + Math.log(other) + Math.log(0.25 / 9);
    assertEquals(-expected / 4, test.loss(), 1e-5);
    assertEquals(List.of(7, 8), test.worst().stream().map(miss -> miss.predicted()).toList());
    assertEquals(2, test.reliability().size());
    Bin surest = test.reliability().get(1);
    assertEquals(0.9, surest.from());
    assertEquals(0.95, surest.confidence(), 1e-6);
    assertEquals(0.5, surest.accuracy());
    assertTrue(test.digitsPerSecond() > 0);
  }

  private static float[] sure(int digit, float confidence) {
    float[] row = new float[10];
    java.util.Arrays.fill(row, (1 - confidence) / 9);
    row[digit] = confidence;
    return row;
  }
}
