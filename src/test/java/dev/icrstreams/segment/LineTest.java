package dev.icrstreams.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.LineView;
import dev.icrstreams.segment.cut.Cuts;
import dev.icrstreams.support.CleanFields;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final int MIDDLE = LineView.SIZE / 2;

  /** Three bars, the last one half as high and standing on the same line. */
  private final List<Candidate> bars =
      segment(new Box(20, 30, 12, 40), new Box(60, 30, 12, 40), new Box(100, 50, 12, 20));

  @Test
  void ownInkIsPositiveAndAsHighAsItIsBesideTheOthers() {
    assertEquals(LineView.DIGIT, ownRows(bars.get(0)), 1);
    assertEquals(LineView.DIGIT / 2, ownRows(bars.get(2)), 1);
  }

  @Test
  void standsWhereItStandsInTheLine() {
    assertTrue(at(bars.get(0), MIDDLE, MIDDLE - 5) > 100);
    assertEquals(0, at(bars.get(2), MIDDLE, MIDDLE - 5));
    assertTrue(at(bars.get(2), MIDDLE, MIDDLE + 5) > 100);
  }

  @Test
  void neighboursAreNegative() {
    int apart = 40 * LineView.DIGIT / 40;
    LineView view = bars.get(1).view();
    assertTrue(at(bars.get(1), MIDDLE - apart + 1, MIDDLE) < -60, view.toString());
    assertTrue(at(bars.get(1), MIDDLE, MIDDLE) > 60);
  }

  private static int ownRows(Candidate candidate) {
    return (int)
        java.util.stream.IntStream.range(0, LineView.SIZE)
            .filter(y -> at(candidate, MIDDLE, y) > 60)
            .count();
  }

  private static int at(Candidate candidate, int x, int y) {
    return candidate.view().values()[y * LineView.SIZE + x];
  }

  private static List<Candidate> segment(Box... boxes) {
    byte[] ink = new byte[140 * 96];
    for (Box box : boxes) {
      for (int y = box.y(); y < box.bottom(); y++) {
        Arrays.fill(ink, y * 140 + box.x(), y * 140 + box.right(), (byte) 255);
      }
    }
    Ink field = new Ink(140, 96, ink);
    return new Segmenter(Config.defaults(), Cuts.LIKELIEST)
        .segment(CleanFields.of(field, 12))
        .candidates();
  }
}
