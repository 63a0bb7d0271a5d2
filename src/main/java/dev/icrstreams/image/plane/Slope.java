package dev.icrstreams.image.plane;

import java.util.Optional;

/**
 * The slope of brightness across a field, by least squares. A closing cannot see beyond the border,
 * so it would take the dark end of a slope for ink.
 */
public final class Slope {
  private static final double WORTH_IT = 0.06;

  /** Share of the paper's variance that a slope must explain: it makes an edge of shadow worse. */
  private static final double EXPLAINED = 0.85;

  private Slope() {}

  /**
   * The plane divided by the slope of its paper; empty where that is even, or uneven otherwise.
   *
   * @param margin columns and rows at the borders where the paper is not to be trusted
   */
  public static Optional<Plane> levelled(Plane grey, Plane paper, int margin) {
    double middleX = (grey.width() - 1) / 2.0;
    double middleY = (grey.height() - 1) / 2.0;
    double sum = 0;
    double alongX = 0;
    double alongY = 0;
    double spreadX = 0;
    double spreadY = 0;
    double squares = 0;
    int marginX = Math.min(margin, grey.width() / 4);
    int marginY = Math.min(margin, grey.height() / 4);
    int count = 0;
    for (int y = marginY; y < grey.height() - marginY; y++) {
      for (int x = marginX; x < grey.width() - marginX; x++) {
        count++;
        double value = paper.values()[y * grey.width() + x];
        sum += value;
        squares += value * value;
        alongX += value * (x - middleX);
        alongY += value * (y - middleY);
        spreadX += (x - middleX) * (x - middleX);
        spreadY += (y - middleY) * (y - middleY);
      }
    }
    double mean = sum / count;
    double perColumn = spreadX == 0 ? 0 : alongX / spreadX / mean;
    double perRow = spreadY == 0 ? 0 : alongY / spreadY / mean;
    double explained = alongX * perColumn * mean + alongY * perRow * mean;
    boolean isSlope = explained >= EXPLAINED * (squares - sum * mean);
    if (!isSlope || Math.abs(perColumn) * middleX + Math.abs(perRow) * middleY < WORTH_IT) {
      return Optional.empty();
    }
    Plane out = new Plane(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        double light = 1 + perColumn * (x - middleX) + perRow * (y - middleY);
        int at = y * grey.width() + x;
        out.values()[at] = (float) (grey.values()[at] / Math.max(0.1, light));
      }
    }
    return Optional.of(out);
  }
}
