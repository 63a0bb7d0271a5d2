package dev.icrstreams.form.geometry;

import java.util.List;

/**
 * How the page is found in the scan, and how far from what the template says it may be.
 *
 * @param marks four printed marks; none: the page's edges are taken
 * @param transform what may have happened to the page
 * @param search how far from where it should be a mark is looked for, in fractions of the scan's
 *     width and height
 * @param maxResidual how far any mark or corner may be from where the others say, in fractions of
 *     the page's width
 * @param maxSkew how far the page may be turned from upright or from a quarter turn, in degrees
 * @param maxStretch how far width and height may be out of proportion, in fractions
 */
public record Registration(
    List<Mark> marks,
    Transform transform,
    double search,
    double maxResidual,
    double maxSkew,
    double maxStretch) {
  /** Copies the list. */
  public Registration {
    marks = List.copyOf(marks);
  }

  /** What a scan does to a page. */
  public enum Transform {
    /** Turned, shifted and scaled: a flatbed. */
    SIMILARITY,
    /** And stretched or sheared: a sheet-fed scanner, whose feed is never quite even. */
    AFFINE,
    /** And seen at an angle: a camera. */
    PROJECTIVE
  }

  /** Whether marks say where the page is, and not its edges. */
  public boolean byMarks() {
    return !marks.isEmpty();
  }
}
