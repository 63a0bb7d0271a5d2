package dev.icrstreams.train.extra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtraShareTest {
  @Test
  void manyLessonsAreAQuarterAndFewComeUpTenTimesAnEpoch() {
    assertEquals(0.25, ExtraShare.of(10_000, 10_240, ExtraShare.MOST));
    assertEquals(0.25, ExtraShare.of(256, 10_240, ExtraShare.MOST));
    assertEquals(50 / 10_240.0, ExtraShare.of(5, 10_240, ExtraShare.MOST));
    assertEquals(0, ExtraShare.of(0, 10_240, ExtraShare.MOST));
  }

  @Test
  void partsOfAnEpochHaveTheirShareTogether() {
    assertEquals(50, IntStream.range(0, 40).map(i -> ExtraShare.inPart(i, 50 / 40.0)).sum());
    assertEquals(64, ExtraShare.inPart(7, 64));
  }
}
