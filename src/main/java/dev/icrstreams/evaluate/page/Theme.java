package dev.icrstreams.evaluate.page;

import java.awt.Color;

/** The colours of a chart, matching the page's style sheet. */
enum Theme {
  LIGHT(0xffffff, 0x1f2328, 0xd8dee4, 0x8c959f, 0x0b62b8, 0xc4432b),
  DARK(0x161b22, 0xe6edf3, 0x3a424c, 0x768390, 0x6cb6ff, 0xff8a70);

  final Color background;
  final Color text;
  final Color grid;
  final Color faint;
  final Color good;
  final Color bad;

  Theme(int background, int text, int grid, int faint, int good, int bad) {
    this.background = new Color(background);
    this.text = new Color(text);
    this.grid = new Color(grid);
    this.faint = new Color(faint);
    this.good = new Color(good);
    this.bad = new Color(bad);
  }
}
