package dev.icrstreams.synth.scan;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.style.WriterStyle;

/**
 * Whether a person can still read what a scanner made of a page: the difference between ink and
 * paper within each digit's box, in standard deviations of either, over as many pixels as a stroke
 * is wide.
 */
public final class Legibility {
  /** Found by looking: below it, people guess. */
  private static final double LEAST = 2.6;

  /** Of a digit's ink, what must be left in black and white. */
  private static final double LEAST_LEFT = 0.5;

  private static final float INK = 0.6f;
  private static final float PAPER = 0.1f;

  private Legibility() {}

  /**
   * Whether every digit is legible.
   *
   * @param levels of the scan's pixels, of the page's size
   */
  public static boolean isLegible(Page page, float[] levels, WriterStyle style) {
    double stroke = Math.max(1, style.strokePixels());
    return page.digits().stream().allMatch(box -> stroke * contrast(page, levels, box) >= LEAST);
  }

  /**
   * Whether at least half of every digit's strokes is black.
   *
   * @param levels of a black and white copy's pixels, of the page's size
   */
  public static boolean isWhole(Page page, float[] levels) {
    return page.digits().stream().allMatch(box -> left(page, levels, box) >= LEAST_LEFT);
  }

  private static double left(Page page, float[] levels, Box box) {
    int ink = 0;
    int left = 0;
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        int i = y * page.width() + x;
        ink += page.ink().values[i] >= INK ? 1 : 0;
        left += page.ink().values[i] >= INK && levels[i] < 128 ? 1 : 0;
      }
    }
    return ink == 0 ? 0 : (double) left / ink;
  }

  private static double contrast(Page page, float[] levels, Box box) {
    Sum ink = new Sum();
    Sum paper = new Sum();
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        int i = y * page.width() + x;
        if (page.ink().values[i] >= INK) {
          ink.add(levels[i]);
        } else if (page.ink().values[i] < PAPER) {
          paper.add(levels[i]);
        }
      }
    }
    if (ink.count == 0 || paper.count == 0) {
      return ink.count == 0 ? 0 : Double.MAX_VALUE;
    }
    double spread = Math.sqrt((ink.variance() + paper.variance()) / 2);
    return Math.abs(paper.mean() - ink.mean()) / Math.max(1, spread);
  }

  private static final class Sum {
    private int count;
    private double sum;
    private double squares;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    double mean() {
      return sum / count;
    }

    double variance() {
      return Math.max(0, squares / count - mean() * mean());
    }
  }
}
