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
  /**
   * Narrower digits, in heights of the writing a digit, stand closer than a network tells apart.
   */
  private static final double DENSE = 0.45;

  /** By how much such writing is stretched. */
  private static final double STRETCH = 1.5;

  private final Plane contrast;
  private final TextRows rows;
  private final WrittenLine line;
  private final Plane level;
  private final Plane upright;
  private final TextRows levelRows;

  private Views(
      Plane contrast,
      TextRows rows,
      WrittenLine line,
      Plane level,
      Plane upright,
      TextRows levelRows) {
    this.contrast = contrast;
    this.rows = rows;
    this.line = line;
    this.level = level;
    this.upright = upright;
    this.levelRows = levelRows;
  }

  /**
   * The views of a field. Writing in printed cells is neither levelled nor set upright: the cells'
   * sides would come out slanted.
   *
   * @param levels whether writing that climbs or falls is levelled at all
   * @param straightens whether slanted writing is set upright at all
   */
  public static Views of(CleanField field, boolean levels, boolean straightens) {
    Plane contrast = field.contrast();
    TextRows rows = TextRows.of(field);
    WrittenLine written = WrittenLine.of(field, rows);
    WrittenLine line = levels ? written : written.asItIs();
    Plane level = line.levelled(contrast);
    boolean slanted = straightens && field.cells().isEmpty();
    Plane upright = slanted ? Slant.upright(level, Slant.of(field.components().rows())) : level;
    TextRows levelRows = line.isLevel() ? rows : TextRows.along(line, field);
    return new Views(contrast, rows, line, level, upright, levelRows);
  }

  /** A tight crop, one with writing set level and upright, and the whole height. */
  public List<Strip> first() {
    return List.of(
        crop(contrast, rows, 0.1, 0.1, 1),
        crop(upright, levelRows, 0.12, 0.12, 1),
        Strips.of(contrast, 0, contrast.height(), 1));
  }

  /**
   * Level crops at other heights, one narrower and one wider, for fields that are in doubt; all of
   * them wider where digits are narrow.
   *
   * @param digits how many the field seems to hold
   */
  public List<Strip> further(int digits) {
    double widest = DENSE * digits * (rows.bottom() - rows.top());
    boolean dense = digits > 1 && line.width() > 0 && line.width() < widest;
    double stretch = dense ? STRETCH : 1;
    return List.of(
        crop(level, levelRows, 0, 0.1, stretch),
        crop(level, levelRows, 0.1, 0, stretch),
        crop(level, levelRows, 0.2, 0.05, stretch),
        crop(level, levelRows, 0.1, 0.1, 0.9 * stretch),
        crop(upright, levelRows, 0.1, 0.1, 1.15 * stretch));
  }

  /** Rows of writing with margins, shares of its height. */
  private static Strip crop(
      Plane plane, TextRows rows, double above, double below, double stretch) {
    double height = rows.bottom() - rows.top();
    return Strips.of(plane, rows.top() - above * height, rows.bottom() + below * height, stretch);
  }
}
