package dev.icrstreams.train.declare;

/**
 * How far training images are varied: every strength is the most that is drawn, and 0 leaves that
 * kind out. Nothing is ever mirrored: a mirrored 2 is no 2.
 *
 * @param untouched share of the images that are left as they are
 * @param rotation degrees either way
 * @param shear pixels sideways for a pixel of height, either way
 * @param scale of both sides alike, as a share either way
 * @param stretch of each side by itself, as a share either way
 * @param shift pixels either way, along each side
 * @param elastic displacement of the pixels among each other, root mean square, in pixels
 * @param stroke 1 widens and thins strokes by up to two thirds of a pixel on each edge
 * @param blur standard deviation in pixels of an image one and a half times as large, for three in
 *     ten images
 * @param contrast share of the ink's darkness that is lost
 * @param noise standard deviation of the grain on full ink, as a share of it, for half the images
 * @param cut share of the images that lose a row or column or two at an edge of the ink, as where a
 *     cut between touching digits went wrong
 * @param merge share of the images that keep a piece of a neighbour at their side
 */
public record Augmentation(
    double untouched,
    double rotation,
    double shear,
    double scale,
    double stretch,
    double shift,
    double elastic,
    double stroke,
    double blur,
    double contrast,
    double noise,
    double cut,
    double merge) {
  /** What the project's own digit network is trained with. */
  public static final Augmentation OWN =
      new Augmentation(0.08, 12, 0.25, 0, 0.15, 0, 0.9, 1, 1.2, 0.4, 0.12, 0, 0);

  /** Nothing is varied. */
  public static final Augmentation NONE = new Augmentation(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  static final String[] KEYS = {
    "untouched",
    "rotation",
    "shear",
    "scale",
    "stretch",
    "shift",
    "elastic",
    "stroke",
    "blur",
    "contrast",
    "noise",
    "cut",
    "merge"
  };

  /** Whether anything changes at all. */
  public boolean changes() {
    return untouched < 1;
  }

  static Augmentation of(Section section) {
    if (section.keys().isEmpty()) {
      return NONE;
    }
    return new Augmentation(
        section.number("untouched", 0, 0, 1),
        section.number("rotation", 0, 0, 45),
        section.number("shear", 0, 0, 1),
        section.number("scale", 0, 0, 0.5),
        section.number("stretch", 0, 0, 0.5),
        section.number("shift", 0, 0, 8),
        section.number("elastic", 0, 0, 4),
        section.number("stroke", 0, 0, 2),
        section.number("blur", 0, 0, 4),
        section.number("contrast", 0, 0, 0.9),
        section.number("noise", 0, 0, 0.5),
        section.number("cut", 0, 0, 1),
        section.number("merge", 0, 0, 1));
  }
}
