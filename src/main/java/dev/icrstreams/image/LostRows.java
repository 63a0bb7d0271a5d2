package dev.icrstreams.image;

/**
 * Rows that a fax or a scanner lost: all of one tone, while strokes above go on below. Stateless.
 */
final class LostRows {
  /** Of the image's height, how many rows together may be lost. */
  private static final double MOST = 1.0 / 24;

  /** Levels by which a lost row's pixels differ at most. */
  private static final int FLAT = 6;

  /** Levels by which ink differs from a lost row at least. */
  private static final int INK = 48;

  /** Of the ink on each side of the gap, what must go on at the other. */
  private static final double GOES_ON = 0.6;

  /** Of a row, what ink covers at most beside a gap: more is a rule or the paper. */
  private static final double MOST_INK = 0.5;

  /** Strokes that must go on, so that what stands over something else is not joined to it. */
  private static final int STROKES = 2;

  private LostRows() {}

  /**
   * The image with lost rows filled by the row above or below, whichever has ink there; itself if
   * none are lost.
   */
  static GreyImage fill(GreyImage image) {
    int width = image.width();
    int most = (int) (MOST * image.height());
    byte[] filled = null;
    int y = 1;
    while (y < image.height() - 1) {
      int end = y;
      while (end < image.height() && end - y <= most && isFlat(image, y, end)) {
        end++;
      }
      boolean lost = end > y && end - y <= most && end < image.height();
      if (lost && !isFlat(image, y, y - 1) && strokesGoOn(image, y, end)) {
        filled = filled == null ? image.grey().clone() : filled;
        for (int row = y; row < end; row++) {
          fill(image, y, end, filled, row * width);
        }
      }
      y = Math.max(end, y + 1);
    }
    return filled == null ? image : new GreyImage(width, image.height(), filled, image.pages());
  }

  /** Whether a row is all of the tone in which another begins. */
  private static boolean isFlat(GreyImage image, int like, int y) {
    int tone = image.at(0, like);
    for (int x = 0; x < image.width(); x++) {
      if (Math.abs(image.at(x, y) - tone) > FLAT) {
        return false;
      }
    }
    return true;
  }

  private static boolean strokesGoOn(GreyImage image, int from, int end) {
    int above = 0;
    int below = 0;
    int wentOnDown = 0;
    int wentOnUp = 0;
    int strokes = 0;
    boolean inStroke = false;
    for (int x = 0; x < image.width(); x++) {
      boolean inkAbove = isInk(image, from, x, from - 1);
      boolean inkBelow = isInk(image, from, x, end);
      boolean down = inkAbove && isInkNear(image, from, x, end, end - from);
      above += inkAbove ? 1 : 0;
      below += inkBelow ? 1 : 0;
      wentOnDown += down ? 1 : 0;
      wentOnUp += inkBelow && isInkNear(image, from, x, from - 1, end - from) ? 1 : 0;
      strokes += down && !inStroke ? 1 : 0;
      inStroke = down || (inStroke && inkAbove);
    }
    return strokes >= STROKES
        && Math.max(above, below) <= MOST_INK * image.width()
        && wentOnDown >= GOES_ON * above
        && wentOnUp >= GOES_ON * below;
  }

  /** Whether a pixel differs from the tone of a lost row. */
  private static boolean isInk(GreyImage image, int lost, int x, int y) {
    return Math.abs(image.at(x, y) - image.at(0, lost)) >= INK;
  }

  private static boolean isInkNear(GreyImage image, int lost, int x, int y, int reach) {
    for (int i = Math.max(0, x - reach); i <= Math.min(image.width() - 1, x + reach); i++) {
      if (isInk(image, lost, i, y)) {
        return true;
      }
    }
    return false;
  }

  private static void fill(GreyImage image, int from, int end, byte[] filled, int offset) {
    int tone = image.at(0, from);
    for (int x = 0; x < image.width(); x++) {
      int above = image.at(x, from - 1);
      int below = image.at(x, end);
      filled[offset + x] = (byte) (Math.abs(above - tone) > Math.abs(below - tone) ? above : below);
    }
  }
}
