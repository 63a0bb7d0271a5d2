package dev.icrstreams.read.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.segment.Candidate;
import dev.icrstreams.segment.Lattice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectsTest {
  private static final Lattice THREE_PRIMITIVES =
      new Lattice(4, List.of(candidate(0, 1), candidate(1, 3), candidate(3, 4)), List.of(), 0);

  @Test
  void tellsTheWorstDigitTheMeanAndWhatIsLeftOut() {
    double[][] logs = {eleven(0.2), eleven(0.5), eleven(0.9)};
    Rejects rejects = Rejects.along(List.of(0, 1), THREE_PRIMITIVES, logs);
    assertEquals(0, rejects.worst(), 1e-9);
    assertEquals(0.35, rejects.mean(), 1e-9);
    assertEquals(0, rejects.skipped(), 1e-9);
    assertEquals(2.0 / 3, Rejects.along(List.of(0), THREE_PRIMITIVES, logs).skipped(), 1e-9);
  }

  @Test
  void saysNothingForANetworkThatKnowsDigitsOnly() {
    assertEquals(Rejects.NONE, Rejects.of(List.of(new double[10]), 0.5));
  }

  private static Candidate candidate(int from, int to) {
    return new Candidate(from, to, new Box(0, 0, 20, 30), new Ink(1, 1, new byte[1]));
  }

  private static double[] eleven(double noDigit) {
    double[] logs = new double[11];
    Arrays.fill(logs, Math.log((1 - noDigit) / 10));
    logs[10] = Math.log(noDigit);
    return logs;
  }
}
