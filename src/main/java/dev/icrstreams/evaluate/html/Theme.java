package dev.icrstreams.evaluate.html;

import java.awt.Color;

/** The colours of a chart, matching the page's style sheet. */
public enum Theme {
  /** On white. */
  LIGHT(0xffffff, 0x1f2328, 0xd8dee4, 0x8c959f),
  /** On nearly black. */
  DARK(0x161b22, 0xe6edf3, 0x3a424c, 0x768390);

  private static final int[] ON_WHITE = {
    0x0b62b8, 0xc4432b, 0x1a7f37, 0x8250df, 0xa35f00, 0xbf3989, 0x0e7490, 0x57606a
  };
  private static final int[] ON_BLACK = {
    0x6cb6ff, 0xff8a70, 0x57d364, 0xc297ff, 0xe8c33d, 0xf778ba, 0x39c5cf, 0x9da7b3
  };

  /** What the page is drawn on. */
  public final Color background;

  /** What is to be read. */
  public final Color text;

  /** Lines that help the eye. */
  public final Color grid;

  /** What is there for comparison. */
  public final Color faint;

  Theme(int background, int text, int grid, int faint) {
    this.background = new Color(background);
    this.text = new Color(text);
    this.grid = new Color(grid);
    this.faint = new Color(faint);
  }

  /** What one looks for. */
  public Color good() {
    return series(0);
  }

  /** What one hopes not to see. */
  public Color bad() {
    return series(1);
  }

  /** The colour of one of several equals, from 0; after the last the first comes again. */
  public Color series(int index) {
    int[] series = this == LIGHT ? ON_WHITE : ON_BLACK;
    return new Color(series[index % series.length]);
  }
}
