package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.ink.Components;

/**
 * The part of a scan that is written on, where that is so small a part that digits would come out
 * too coarse to read: cut out, it fills the working resolution. Stateless.
 */
final class WrittenPart {
  /** Writing that takes less of the scan's height, or width, has too much paper around it. */
  private static final double SMALL = 0.3;

  /** Paper that is left above and below, in heights of the writing. */
  private static final double ABOVE = 0.4;

  /** Paper that is left on each side, in heights of the writing. */
  private static final double BESIDE = 1.2;

  /** Lower than this, in pixels of the scan, nothing is written that could be read. */
  private static final int LEAST = 8;

  private WrittenPart() {}

  /**
   * What to clean instead, in the scan's pixels; the part that was cleaned if that is well as it
   * is. Where the form has cells these say how large the writing is, and nothing is cut.
   */
  static Box of(CleanField field) {
    Box part = field.part();
    Components components = field.components();
    if (components.count() == 0 || !field.cells().isEmpty()) {
      return part;
    }
    Box ink = field.toScan(components.box(1));
    for (int i = 2; i <= components.count(); i++) {
      ink = ink.union(field.toScan(components.box(i)));
    }
    boolean low = ink.height() < SMALL * part.height();
    boolean narrow = ink.width() < SMALL * part.width();
    if (ink.height() < LEAST || !(low || narrow)) {
      return part;
    }
    int above = (int) Math.ceil(ABOVE * ink.height());
    int beside = (int) Math.ceil(BESIDE * ink.height());
    int left = narrow ? Math.max(part.x(), ink.x() - beside) : part.x();
    int right = narrow ? Math.min(part.right(), ink.right() + beside) : part.right();
    int top = low ? Math.max(part.y(), ink.y() - above) : part.y();
    int bottom = low ? Math.min(part.bottom(), ink.bottom() + above) : part.bottom();
    return new Box(left, top, right - left, bottom - top);
  }
}
