package dev.icrstreams.field;

/**
 * An upright rectangle in pixels of the scanned image, origin top left.
 *
 * @param x leftmost column
 * @param y topmost row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Box(int x, int y, int width, int height) {
  /** The column just right of the box. */
  public int right() {
    return x + width;
  }

  /** The row just below the box. */
  public int bottom() {
    return y + height;
  }

  /** The same box elsewhere. */
  public Box moved(int right, int down) {
    return new Box(x + right, y + down, width, height);
  }

  /** The smallest box around both. */
  public Box union(Box other) {
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
