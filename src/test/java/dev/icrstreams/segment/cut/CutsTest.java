package dev.icrstreams.segment.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.segment.Segmenter;
import dev.icrstreams.support.CleanFields;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CutsTest {
  /** Where the classifier tells pieces from digits, a tight pair must have a path of two. */
  @Test
  void cutsMoreFreelyForAClassifierThatTellsPiecesFromDigits() {
    byte[] values = new byte[100 * 100];
    for (int y = 10; y < 90; y++) {
      Arrays.fill(values, y * 100 + 20, y * 100 + 28, (byte) 255);
      Arrays.fill(values, y * 100 + 76, y * 100 + 84, (byte) 255);
    }
    for (int y = 48; y < 52; y++) {
      Arrays.fill(values, y * 100 + 20, y * 100 + 84, (byte) 255);
    }
    Ink ink = new Ink(100, 100, values);
    CleanField pair = CleanFields.of(ink, 8);
    assertEquals(1, candidates(pair, Cuts.LIKELIEST));
    assertTrue(candidates(pair, Cuts.EVERY_GOOD) >= 3);
  }

  private static int candidates(CleanField field, Cuts cuts) {
    return new Segmenter(Config.defaults(), cuts).segment(field).candidates().size();
  }
}
