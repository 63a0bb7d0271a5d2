package dev.icrstreams.form.geometry;

import dev.icrstreams.field.Ink;
import dev.icrstreams.image.GreyImage;
import java.util.Arrays;

/**
 * A page small enough to look for marks and edges in: every pixel the mean of {@code factor} by
 * {@code factor}. A point's coordinates here times the factor are its coordinates in the scan, if
 * pixel (0, 0) reaches from 0 to 1.
 *
 * @param width columns
 * @param height rows
 * @param grey 0 is black, 255 is white
 * @param factor how many pixels of the scan are one here, by column and by row
 */
public record Reduced(int width, int height, int[] grey, int factor) {
  /** Marks are found to a tenth of a pixel: less than a thousandth of the page. */
  private static final int LONGEST = 1_800;

  private static final int SMALLEST_TILE = 24;
  private static final double PAPER_QUANTILE = 0.9;

  /** Ink reflects less than this share of what the paper around does. */
  private static final double DARK = 0.55;

  private static final int LEAST_CONTRAST = 40;

  /** A page, reduced if it is large. */
  public static Reduced of(GreyImage page) {
    int longest = Math.max(page.width(), page.height());
    int factor = (longest + LONGEST - 1) / LONGEST;
    int width = Math.max(1, page.width() / factor);
    int height = Math.max(1, page.height() / factor);
    int[] grey = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sum = 0;
        for (int v = 0; v < factor; v++) {
          for (int u = 0; u < factor; u++) {
            sum += page.at(x * factor + u, y * factor + v);
          }
        }
        grey[y * width + x] = sum / (factor * factor);
      }
    }
    return new Reduced(width, height, grey, factor);
  }

  /** The grey value of a reduced pixel, 0 to 255. */
  public int at(int x, int y) {
    return grey[y * width + x];
  }

  /**
   * What is dark against the paper around it.
   *
   * @param largest the largest mark, in pixels: a neighbourhood that it cannot fill
   */
  public Ink dark(double largest) {
    int tile = (int) Math.max(SMALLEST_TILE, Math.ceil(largest));
    int columns = (width + tile - 1) / tile;
    int rows = (height + tile - 1) / tile;
    int[] paper = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        paper[row * columns + column] = paper(column * tile, row * tile, tile);
      }
    }
    byte[] soft = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int light = brightest(paper, columns, rows, x / tile, y / tile);
        int level = at(x, y);
        if (level < DARK * light && light - level > LEAST_CONTRAST) {
          soft[y * width + x] = (byte) 255;
        }
      }
    }
    return new Ink(width, height, soft);
  }

  private int paper(int left, int top, int tile) {
    int[] histogram = new int[256];
    int count = 0;
    for (int y = top; y < Math.min(height, top + tile); y++) {
      for (int x = left; x < Math.min(width, left + tile); x++) {
        histogram[at(x, y)]++;
        count++;
      }
    }
    int level = 255;
    for (int above = 0; level > 0 && above <= (1 - PAPER_QUANTILE) * count; level--) {
      above += histogram[level];
    }
    return level + 1;
  }

  private static int brightest(int[] paper, int columns, int rows, int column, int row) {
    int most = 0;
    for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        most = Math.max(most, paper[y * columns + x]);
      }
    }
    return most;
  }

  /** The level that a share of the pixels, 0 to 1, is no lighter than. */
  public int quantile(double share) {
    int[] sorted = grey.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }
}
