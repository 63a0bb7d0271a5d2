package dev.icrstreams.image.clean;

import dev.icrstreams.image.plane.Extrema;
import dev.icrstreams.image.plane.Integral;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.image.plane.Slope;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The paper behind the ink: a grey closing (dilation, then erosion, over a square window), which
 * fills whatever is narrower than the window, then a blur.
 */
public final class Background {
  private static final float DARKEST = 24;

  /** How far the blur may take paper from what it was: it should not smear a shadow's edge. */
  private static final float BLURRED = 0.03f;

  private Background() {}

  /**
   * How much darker than its surrounding paper each pixel is: 0 is paper, 1 is black; paper's noise
   * comes out on both sides of 0.
   *
   * @param grey 0 to 255, dark ink on light paper
   * @param window side of the closing's window, in pixels; wider than any stroke
   * @param seen is shown the paper, 0 to 255, before it is divided out
   */
  public static Plane divideOut(Plane grey, int window, Consumer<Plane> seen) {
    Plane paper = closing(grey, window | 1);
    Optional<Plane> levelled = Slope.levelled(grey, paper, window / 2);
    if (levelled.isPresent()) {
      paper = closing(levelled.get(), window | 1);
    }
    Plane level = levelled.orElse(grey);
    Plane blurred = paper.copy();
    blur(blurred, window / 2);
    for (int i = 0; i < paper.values().length; i++) {
      float sharp = paper.values()[i];
      float least = (1 - BLURRED) * sharp;
      float most = (1 + BLURRED) * sharp;
      paper.values()[i] = Math.max(least, Math.min(most, blurred.values()[i]));
    }
    seen.accept(paper);
    Plane ink = new Plane(grey.width(), grey.height());
    for (int i = 0; i < ink.values().length; i++) {
      float light = paper.values()[i];
      float darker = (light - level.values()[i]) / Math.max(DARKEST, light);
      ink.values()[i] = Math.min(1, darker);
    }
    return ink;
  }

  static Plane closing(Plane grey, int window) {
    Extrema extrema = new Extrema(grey, window);
    extrema.lightest();
    extrema.darkest();
    return extrema.plane();
  }

  /** A box blur, in place; windows shrink towards the borders, so that slopes stay slopes. */
  static void blur(Plane plane, int radius) {
    Integral sums = Integral.of(plane);
    double[] means = new double[plane.width()];
    for (int y = 0; y < plane.height(); y++) {
      sums.centredMeans(y, radius, means);
      for (int x = 0; x < plane.width(); x++) {
        plane.values()[y * plane.width() + x] = (float) means[x];
      }
    }
  }
}
