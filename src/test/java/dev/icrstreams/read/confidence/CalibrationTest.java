package dev.icrstreams.read.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration CALIBRATION =
      new Calibration(
          1.1,
          List.of(0.5, 2.0),
          List.of(new Calibration.Bend(1, 3, -1.5)),
          List.of(new Calibration.Point(-1, 0.2), new Calibration.Point(1, 0.8)),
          List.of(new Calibration.Risk(0.8, 10, 1)),
          new Calibration.Risk(0, 5, 0),
          20,
          "test");

  @Test
  void isLinearBetweenPointsAndLevelOutside() {
    assertEquals(0.2, CALIBRATION.confidence(-9.0));
    assertEquals(0.2, CALIBRATION.confidence(-1.0));
    assertEquals(0.5, CALIBRATION.confidence(0.0), 1e-12);
    assertEquals(0.65, CALIBRATION.confidence(0.5), 1e-12);
    assertEquals(0.8, CALIBRATION.confidence(9.0));
  }

  @Test
  void weighsTheEvidence() {
    assertEquals(0.5 - 6, CALIBRATION.score(new double[] {1, -3}));
  }

  @Test
  void evidenceCountsForLessBeyondABend() {
    assertEquals(2, CALIBRATION.slope(1, 3));
    assertEquals(6, CALIBRATION.adds(1, 3));
    assertEquals(0.5, CALIBRATION.slope(1, 3.1));
    assertEquals(6.5, CALIBRATION.adds(1, 4), 1e-12);
    assertEquals(0.5 + 6.5, CALIBRATION.score(new double[] {1, 4}), 1e-12);
    assertEquals(0.5, CALIBRATION.adds(0, 1), "another's bend is not its own");
  }

  @Test
  void survivesTheWayThroughJson() {
    assertEquals(CALIBRATION, Calibration.fromJson(CALIBRATION.toJson()));
    assertEquals(Calibration.NONE, Calibration.fromJson(null));
    assertEquals(Calibration.NONE, Calibration.fromJson(NullNode.getInstance()));
  }
}
