package dev.icrstreams.image.ink;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import java.util.List;

/**
 * Pencil in heavy boxes. The threshold between paper and ink follows what is darkest, and where
 * that was print, pale writing lies below it; once the print is gone, it is all that is left. A
 * field so lost would look blank. Stateless.
 */
public final class PaleInk {
  /** What is half as dark as ink must be becomes ink. */
  private static final int GAIN = 2;

  /** Writing is at least so high, as a share of its cell. */
  private static final double LEAST_HEIGHT = 0.27;

  private static final double WIDEST = 1.5;

  /** Share of its box that a digit's ink covers at least. */
  private static final double LEAST_COVER = 0.06;

  private PaleInk() {}

  /**
   * Darkens a field, in place, if its cells hold pale writing and no other.
   *
   * @param soft 0 to 255 a pixel, from {@link Ink#THRESHOLD} on where it is ink, printed lines
   *     taken out
   * @param cells where writing is expected; nothing is done where there are none
   */
  public static void darken(byte[] soft, int width, int height, List<Box> cells) {
    if (cells.isEmpty() || isWritten(new Ink(width, height, soft), cells)) {
      return;
    }
    byte[] darker = new byte[soft.length];
    for (int i = 0; i < soft.length; i++) {
      darker[i] = (byte) Math.min(255, GAIN * (soft[i] & 0xff));
    }
    if (isWritten(new Ink(width, height, darker), cells)) {
      System.arraycopy(darker, 0, soft, 0, soft.length);
    }
  }

  /** Whether anything in the cells looks like writing. */
  private static boolean isWritten(Ink ink, List<Box> cells) {
    Components components = Components.of(ink);
    for (int i = 1; i <= components.count(); i++) {
      Box box = components.box(i);
      double middle = box.x() + box.width() / 2.0;
      boolean isDigit =
          box.width() <= WIDEST * box.height()
              && components.area(i) >= LEAST_COVER * box.width() * box.height();
      if (isDigit
          && cells.stream()
              .filter(cell -> cell.x() <= middle && middle < cell.right())
              .anyMatch(cell -> box.height() >= LEAST_HEIGHT * cell.height())) {
        return true;
      }
    }
    return false;
  }
}
