package dev.icrstreams.image;

import dev.icrstreams.field.Strip;
import dev.icrstreams.image.clean.Slant;
import dev.icrstreams.image.plane.Plane;
import java.util.List;

/**
 * A field in several views for the sequence reader. What the height is measured by is not always a
 * digit, and a network's errors differ from view to view; what it reads alike in all of them is
 * most likely right. Immutable.
 */
public final class Views {
  private final Plane contrast;
  private final Plane upright;
  private final TextRows rows;

  private Views(Plane contrast, Plane upright, TextRows rows) {
    this.contrast = contrast;
    this.upright = upright;
    this.rows = rows;
  }

  /**
   * The views of a field. Writing in printed cells is never set upright: the cells' sides would
   * come out slanted.
   *
   * @param straightens whether slanted writing is set upright at all
   */
  public static Views of(CleanField field, boolean straightens) {
    Plane contrast = field.contrast();
    boolean slanted = straightens && field.cells().isEmpty();
    Plane upright =
        slanted ? Slant.upright(contrast, Slant.of(field.components().rows())) : contrast;
    return new Views(contrast, upright, TextRows.of(field));
  }

  /** A tight crop, one with slanted writing set upright, and the whole height. */
  public List<Strip> first() {
    return List.of(
        crop(contrast, 0.1, 0.1, 1),
        crop(upright, 0.12, 0.12, 1),
        Strips.of(contrast, 0, contrast.height(), 1));
  }

  /** Crops at other heights, one narrower and one wider, for fields that are in doubt. */
  public List<Strip> further() {
    return List.of(
        crop(contrast, 0, 0.1, 1),
        crop(contrast, 0.1, 0, 1),
        crop(contrast, 0.2, 0.05, 1),
        crop(contrast, 0.1, 0.1, 0.9),
        crop(upright, 0.1, 0.1, 1.15));
  }

  /** The rows of the writing with margins, shares of its height. */
  private Strip crop(Plane plane, double above, double below, double stretch) {
    double height = rows.bottom() - rows.top();
    return Strips.of(plane, rows.top() - above * height, rows.bottom() + below * height, stretch);
  }
}
