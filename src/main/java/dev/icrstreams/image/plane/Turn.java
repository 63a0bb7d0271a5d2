package dev.icrstreams.image.plane;

import dev.icrstreams.field.Box;

/**
 * A turn of a raster about its middle, and the frame that the turned raster is seen through.
 *
 * @param sine sine of the angle; positive turns raise the right end
 * @param fromWidth columns of the raster as it was
 * @param fromHeight its rows
 * @param width columns of the turned raster
 * @param height its rows
 * @param top row of the turned raster at which the frame begins, counted from where the raster's
 *     own first row was; usually negative or 0
 */
public record Turn(double sine, int fromWidth, int fromHeight, int width, int height, int top) {
  /** No turn at all. */
  public static Turn none(int width, int height) {
    return new Turn(0, width, height, width, height, 0);
  }

  /**
   * A turn by a slope, in a frame with room for all rows.
   *
   * @param slope rows a column, downwards; lines of that slope come out level
   */
  public static Turn levelling(double slope, int width, int height) {
    double sine = slope / Math.hypot(1, slope);
    int room = (int) Math.ceil(Math.abs(sine) * width / 2);
    return new Turn(sine, width, height, width, height + 2 * room, -room);
  }

  /** Whether nothing is turned. */
  public boolean isNone() {
    return sine == 0;
  }

  /** The same turn seen through fewer rows of its frame. */
  public Turn framed(int from, int to) {
    return new Turn(sine, fromWidth, fromHeight, width, to - from, top + from);
  }

  /** The turned raster, by bilinear interpolation; paper, which is 0, comes in from outside. */
  public Plane of(Plane plane) {
    Plane out = new Plane(width, height);
    double cosine = Math.sqrt(1 - sine * sine);
    for (int y = 0; y < height; y++) {
      double fromX = x(0, y);
      double fromY = y(0, y);
      for (int x = 0; x < width; x++) {
        out.values()[y * width + x] = plane.between(fromX + cosine * x, fromY + sine * x);
      }
    }
    return out;
  }

  /** The smallest box of unturned pixels around a box of turned ones, cut off at the borders. */
  public Box back(Box box) {
    double right = box.right() - 1.0;
    double bottom = box.bottom() - 1.0;
    double left = Math.min(x(box.x(), box.y()), x(box.x(), bottom));
    double rightmost = Math.max(x(right, box.y()), x(right, bottom));
    double up = Math.min(y(box.x(), box.y()), y(right, box.y()));
    double down = Math.max(y(box.x(), bottom), y(right, bottom));
    int fromX = within((int) Math.floor(left + 1e-6), fromWidth);
    int fromY = within((int) Math.floor(up + 1e-6), fromHeight);
    int toX = within((int) Math.ceil(rightmost - 1e-6), fromWidth);
    int toY = within((int) Math.ceil(down - 1e-6), fromHeight);
    return new Box(fromX, fromY, toX - fromX + 1, toY - fromY + 1);
  }

  private static int within(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }

  private double x(double x, double y) {
    double cosine = Math.sqrt(1 - sine * sine);
    double middle = (fromWidth - 1) / 2.0;
    return middle + cosine * (x - middle) - sine * (y + top - (fromHeight - 1) / 2.0);
  }

  private double y(double x, double y) {
    double cosine = Math.sqrt(1 - sine * sine);
    double middle = (fromHeight - 1) / 2.0;
    return middle + sine * (x - (fromWidth - 1) / 2.0) + cosine * (y + top - middle);
  }
}
