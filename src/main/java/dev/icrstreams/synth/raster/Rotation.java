package dev.icrstreams.synth.raster;

/**
 * A turn of a page about its middle, as a skewed feed gives it. Positive is clockwise. Immutable.
 */
public final class Rotation {
  private final double cosine;
  private final double sine;
  private final double middleX;
  private final double middleY;

  /** A turn by some degrees of a page that is so many pixels wide and high. */
  public Rotation(double degrees, int width, int height) {
    // StrictMath: other libraries may differ in the last bit from one platform to the next
    cosine = StrictMath.cos(StrictMath.toRadians(degrees));
    sine = StrictMath.sin(StrictMath.toRadians(degrees));
    middleX = (width - 1) / 2.0;
    middleY = (height - 1) / 2.0;
  }

  /** Whether everything stays where it is. */
  public boolean isNone() {
    return sine == 0;
  }

  /** The column on the turned page of what was at (x, y). */
  public double targetX(double x, double y) {
    return middleX + cosine * (x - middleX) - sine * (y - middleY);
  }

  /** The row on the turned page of what was at (x, y). */
  public double targetY(double x, double y) {
    return middleY + sine * (x - middleX) + cosine * (y - middleY);
  }

  /** The column before the turn of what is now at (x, y). */
  public double sourceX(double x, double y) {
    return middleX + cosine * (x - middleX) + sine * (y - middleY);
  }

  /** The row before the turn of what is now at (x, y). */
  public double sourceY(double x, double y) {
    return middleY - sine * (x - middleX) + cosine * (y - middleY);
  }
}
