package dev.icrstreams.image;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.form.HeavyFrame;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.plane.Plane;

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

  /** Contrast from which on what lies outside may be pale writing that the threshold missed. */
  private static final float PALE = 0.15f;

  /** Working pixels of it that may be dirt. */
  private static final int DIRT = 5;

  private WrittenPart() {}

  /**
   * What to clean instead, in the scan's pixels; the part that was cleaned if that is well as it
   * is. Where the form has cells these say how large the writing is, and nothing is cut; nor where
   * something pale or printed would be cut off: it may belong to the number.
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
    Box written = new Box(left, top, right - left, bottom - top);
    return isBare(field, written) ? written : part;
  }

  /**
   * What a heavy frame encloses, in the scan's pixels; the part that was cleaned where something is
   * written across the frame, or outside of it.
   */
  static Box in(HeavyFrame frame, CleanField field) {
    Box part = field.part();
    // the largest upright box within the frame of a turned field
    Box around = field.toScan(frame.inside());
    double sine = Math.abs(field.turn().sine());
    int beside = (int) Math.ceil(sine * around.height());
    int above = (int) Math.ceil(sine * around.width());
    int width = around.width() - 2 * beside;
    int height = around.height() - 2 * above;
    if (width < LEAST || height < LEAST) {
      return part;
    }
    Box inside = new Box(around.x() + beside, around.y() + above, width, height);
    boolean written =
        field.components().boxes().stream()
            .filter(box -> !isCorner(box, frame))
            .allMatch(box -> inside.union(field.toScan(box)).equals(inside));
    return written && isBare(field, field.toScan(frame.outside())) ? inside : part;
  }

  /** Whether it is what is left of a frame where two of its lines meet. */
  private static boolean isCorner(Box box, HeavyFrame frame) {
    Box inside = frame.inside();
    boolean beside = box.right() <= inside.x() || box.x() >= inside.right();
    boolean above = box.bottom() <= inside.y() || box.y() >= inside.bottom();
    return (beside || above) && frame.outside().union(box).equals(frame.outside());
  }

  /** Whether there is only paper outside of a box of the scan. */
  private static boolean isBare(CleanField field, Box written) {
    Plane contrast = field.contrast();
    int marks = 0;
    for (int y = 0; y < contrast.height(); y++) {
      for (int x = 0; x < contrast.width(); x++) {
        boolean isMark = contrast.values()[y * contrast.width() + x] >= PALE;
        if (isMark && !written.union(field.toScan(new Box(x, y, 1, 1))).equals(written)) {
          marks++;
        }
      }
    }
    return marks <= DIRT;
  }
}
