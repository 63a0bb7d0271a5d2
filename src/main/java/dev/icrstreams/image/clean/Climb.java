package dev.icrstreams.image.clean;

import dev.icrstreams.field.Ink;
import dev.icrstreams.image.ink.Runs;

/**
 * How far a line of writing climbs or falls: the slope along which its ink lies in the fewest rows.
 * Stateless.
 */
public final class Climb {
  private static final double STEP = 0.02;
  private static final int STEEPEST = 9;
  private static final double RELUCTANCE = 4;

  /** What a network sees often enough to read it as it is; 5 degrees. */
  private static final double USUAL = 0.08;

  private Climb() {}

  /** Rows a column, downwards; 0 for what is nearly level, and where there is no ink. */
  public static double of(Ink ink) {
    Runs columns = Runs.down(ink.values(), ink.width(), ink.height());
    double slope = -Shear.gathering(columns, STEP, -STEEPEST, STEEPEST, RELUCTANCE);
    return Math.abs(slope) < USUAL - STEP / 2 ? 0 : slope;
  }
}
