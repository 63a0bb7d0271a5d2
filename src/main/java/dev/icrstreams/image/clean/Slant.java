package dev.icrstreams.image.clean;

import dev.icrstreams.image.ink.Runs;
import dev.icrstreams.image.plane.Plane;

/**
 * How far writing leans, found as the shear under which its strokes stand most upright: the one
 * that gathers the ink into the fewest columns (after R. Buse, Z. Q. Liu and T. Caelli, "A
 * structural and relational approach to handwritten word recognition", IEEE Transactions on
 * Systems, Man and Cybernetics 27, 1997, who compare such projections). Stateless.
 */
public final class Slant {
  private static final double STEP = 0.08;
  private static final int LEFTMOST = -6;
  private static final int RIGHTMOST = 10;

  /** Of the upright sum, what a lean must gain before it is believed, a unit of it squared. */
  private static final double RELUCTANCE = 0.08;

  private Slant() {}

  /** Columns to the right a row upwards; 0 for upright writing, and where there is no ink. */
  public static double of(Runs rows) {
    return Shear.gathering(rows, STEP, LEFTMOST, RIGHTMOST, RELUCTANCE);
  }

  /**
   * The plane with writing of that slant set upright; its middle row stays where it is.
   *
   * @return the same plane if there is nothing to do
   */
  public static Plane upright(Plane in, double slant) {
    if (slant == 0) {
      return in;
    }
    Plane out = new Plane(in.width(), in.height());
    int middle = in.height() / 2;
    for (int y = 0; y < in.height(); y++) {
      double shift = -slant * (y - middle);
      int whole = (int) Math.floor(shift);
      float part = (float) (shift - whole);
      int row = y * in.width();
      for (int x = 0; x < in.width(); x++) {
        float a = at(in, row, x + whole);
        float b = at(in, row, x + whole + 1);
        out.values()[row + x] = a + part * (b - a);
      }
    }
    return out;
  }

  private static float at(Plane in, int row, int x) {
    return x < 0 || x >= in.width() ? 0 : in.values()[row + x];
  }
}
