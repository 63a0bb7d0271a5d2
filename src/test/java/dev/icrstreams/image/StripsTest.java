package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Strip;
import dev.icrstreams.image.plane.Plane;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StripsTest {
  @Test
  void aStrokeComesOutInTheColumnsThatStandForIt() {
    Strip strip = Strips.of(bar(80, 64, 40, 48, 1), 0, 64, 1);
    assertEquals(40, strip.width());
    assertEquals(8, strip.pixelsPerColumn(), 1e-9);
    for (int column = 0; column < strip.columns(); column++) {
      double expected = column == 5 ? 1 : 0;
      assertEquals(expected, mean(strip, column, 4, 28), 0.1, "column " + column);
    }
    // twice as wide: the same stroke in two columns, each for half as many pixels
    Strip wide = Strips.of(bar(80, 64, 40, 48, 1), 0, 64, 2);
    assertEquals(20, wide.columns());
    assertEquals(4, wide.pixelsPerColumn(), 1e-9);
    assertTrue(mean(wide, 10, 4, 28) > 0.85 && mean(wide, 11, 4, 28) > 0.85);
    assertTrue(mean(wide, 8, 4, 28) < 0.05 && mean(wide, 13, 4, 28) < 0.05);
  }

  @Test
  void thereIsPaperAboveAndBelowTheField() {
    Strip strip = Strips.of(bar(80, 64, 0, 80, 1), -64, 128, 1);
    assertEquals(0, mean(strip, 1, 0, 9), 1e-6);
    assertEquals(1, mean(strip, 1, 12, 20), 0.05);
    assertEquals(0, mean(strip, 1, 23, 32), 1e-6);
  }

  @Test
  void widthIsAMultipleOfTheStrideAndHasALimit() {
    assertEquals(12, Strips.of(bar(18, 64, 4, 8, 1), 0, 64, 1).width());
    Strip longest = Strips.of(bar(9000, 20, 4, 8, 1), 0, 20, 1);
    assertEquals(2048, longest.width());
    assertEquals(4 * 9000 / 2048.0, longest.pixelsPerColumn(), 1e-9);
  }

  @Test
  void paleInkComesOutAsDarkAsBlackInk() {
    float[] black = Strips.of(bar(80, 64, 40, 48, 1), 0, 64, 1).values();
    float[] pale = Strips.of(bar(80, 64, 40, 48, 0.25f), 0, 64, 1).values();
    assertArrayEquals(black, pale, 0.01f);
    // but what is hardly darker than paper is no ink
    float[] shadow = Strips.of(bar(80, 64, 40, 48, 0.02f), 0, 64, 1).values();
    for (float value : shadow) {
      assertTrue(value < 0.2, "" + value);
    }
  }

  /** A stroke from one border to the other. */
  static Plane bar(int width, int height, int from, int to, float contrast) {
    Plane plane = new Plane(width, height);
    for (int y = 0; y < height; y++) {
      Arrays.fill(plane.values(), y * width + from, y * width + to, contrast);
    }
    return plane;
  }

  /** How dark some rows of a column are. */
  static double mean(Strip strip, int column, int fromRow, int toRow) {
    double sum = 0;
    for (int y = fromRow; y < toRow; y++) {
      for (int x = column * Strip.STRIDE; x < (column + 1) * Strip.STRIDE; x++) {
        sum += strip.values()[y * strip.width() + x];
      }
    }
    return sum / Strip.STRIDE / (toRow - fromRow);
  }
}
