package dev.icrstreams.image.clean;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.image.plane.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rings on paper, a part of which lies in a shadow with a soft edge. */
class PolarityTest {
  private static final int WIDTH = 130;
  private static final int HEIGHT = 96;
  private static final double INK = 0.35;
  private static final double PENCIL = 0.8;

  @ParameterizedTest(name = "{0} % light, an edge of {1} pixels")
  @CsvSource({"100, 0", "70, 10", "50, 10", "35, 10", "25, 10", "35, 30", "20, 4"})
  void aShadowIsNoDarkPaper(int light, int edge) {
    Plane dark = rings(light, edge, INK);
    assertFalse(Polarity.isInverted(dark));
    Polarity.invert(dark);
    assertTrue(light < 35 || Polarity.isInverted(dark), "the same, black and white exchanged");
  }

  /** A lamp's reflection in one corner of a photograph, and the light that falls off from it. */
  @ParameterizedTest
  @CsvSource({"0, 0", "129, 0", "0, 95", "30, 90"})
  void aReflectionIsNoLightInk(int lampX, int lampY) {
    Plane plane = rings(100, 0, PENCIL);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double far = Math.hypot((x - lampX) / (double) WIDTH, (y - lampY) / (double) HEIGHT);
        double lit = plane.values()[y * WIDTH + x] * (1.1 - 0.7 * far);
        plane.values()[y * WIDTH + x] =
            (float) Math.max(0, Math.min(255, lit + 90 * Math.exp(-30 * far * far)));
      }
    }
    assertFalse(Polarity.isInverted(plane));
  }

  /** A marker over most of the number: what is light then is the paper beside it. */
  @ParameterizedTest
  @CsvSource({"6, 6, 118, 80", "12, 20, 130, 96", "0, 10, 116, 86"})
  void paperBesideAMarkersStrokeIsNoLightInk(int left, int top, int right, int bottom) {
    Plane plane = rings(100, 0, PENCIL);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        plane.values()[y * WIDTH + x] *= 0.65f;
      }
    }
    assertFalse(Polarity.isInverted(plane));
  }

  private static Plane rings(int light, int edge, double darkness) {
    Plane plane = new Plane(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double beyond = x - light / 100.0 * WIDTH;
        double shade = edge == 0 ? 0 : Math.max(0, Math.min(1, 0.5 + beyond / edge));
        double ring = Math.abs(Math.hypot(x % 42 - 21, (y - 48) / 1.5) - 13);
        double ink = x < 4 || ring > 3 ? 1 : darkness;
        plane.values()[y * WIDTH + x] = (float) (240 * ink * (1 - 0.5 * shade));
      }
    }
    return plane;
  }
}
