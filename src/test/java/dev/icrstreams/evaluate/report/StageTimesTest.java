package dev.icrstreams.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.field.Stage;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageTimesTest {
  private static final double EXACT = 1e-12;
  private static final long MILLI = 1_000_000;

  private final StageTimes times = new StageTimes();

  @Test
  void sumsUpWhatEachStageTook() {
    field(1, 3);
    field(2, 4);
    field(3, 11);
    StageTimes.Summary summary = times.summary();
    assertEquals(3, summary.fields());
    assertEquals(Set.of(Stage.DECODE, Stage.CLASSIFY), summary.stages().keySet());
    assertEquals(2, summary.stages().get(Stage.DECODE).medianMillis(), EXACT);
    assertEquals(6 / 24.0, summary.stages().get(Stage.DECODE).share(), EXACT);
    assertEquals(18 / 24.0, summary.stages().get(Stage.CLASSIFY).share(), EXACT);
    assertEquals(6, summary.medianMillis(), EXACT);
    assertEquals(3 / 0.024, summary.fieldsPerSecond(), 1e-9);
  }

  @Test
  void addsUpAStageThatRunsTwiceForAField() {
    times.took(Stage.CLASSIFY, MILLI);
    field(0, 2);
    assertEquals(3, times.summary().medianMillis(), EXACT);
  }

  @Test
  void forgetsRejectedFields() {
    times.took(Stage.DECODE, 100 * MILLI);
    times.fieldIsRejected();
    field(1, 1);
    assertEquals(2, times.summary().medianMillis(), EXACT);
    assertEquals(1, times.summary().fields());
  }

  @Test
  void leavesTheFirstFieldsOutWhereThereAreManyMore() {
    for (int i = 0; i < 100; i++) {
      field(0, i < 20 ? 1000 : 1);
    }
    assertEquals(80, times.summary().fields());
    assertEquals(1000, times.summary().fieldsPerSecond(), 1e-9);
  }

  @Test
  void knowsNothingOfNoFields() {
    assertEquals(0, times.summary().fieldsPerSecond());
    assertEquals(0, times.summary().medianMillis());
  }

  private void field(int decodeMillis, int classifyMillis) {
    times.took(Stage.DECODE, decodeMillis * MILLI);
    times.took(Stage.CLASSIFY, classifyMillis * MILLI);
    times.fieldIsDone();
  }
}
