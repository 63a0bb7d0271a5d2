package dev.icrstreams.form.geometry;

/**
 * A printed registration mark, in fractions of the page.
 *
 * @param x where its centre is, a corner's outer vertex, in fractions of the page's width
 * @param y the same, in fractions of the page's height
 * @param shape what it looks like
 * @param size a square's side, a disc's diameter or a corner's arm, in fractions of the page's
 *     width
 */
public record Mark(double x, double y, Shape shape, double size) {
  /** What marks look like; all are solid and dark. */
  public enum Shape {
    /** A filled square. */
    SQUARE,
    /** A filled circle. */
    DISC,
    /** Two arms that meet at a right angle, which points to the page's nearest corner. */
    CORNER
  }

  /** Where it is, in words: {@code square at 5 %, 95 %}. */
  public String words() {
    return "%s at %.0f %%, %.0f %%"
        .formatted(shape.name().toLowerCase(java.util.Locale.ROOT), 100 * x, 100 * y);
  }
}
