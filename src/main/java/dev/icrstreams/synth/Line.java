package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import java.util.ArrayList;
import java.util.List;

/** Writes glyphs side by side on a baseline at row 0, the first at column 0. */
final class Line {
  private static final double TOUCHING_PAIRS = 0.55;

  private Line() {}

  /** A number written freely; {@code touching}: about every other pair runs into each other. */
  static List<Placement> free(
      List<Glyph> glyphs, WriterStyle style, boolean touching, SeededRandom random) {
    List<Placement> line = new ArrayList<>();
    int pairToTouch = random.range(1, Math.max(1, glyphs.size() - 1));
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      if (line.isEmpty()) {
        line.add(foot(glyph, 0, style, random));
        continue;
      }
      Placement before = line.get(line.size() - 1);
      Placement here = foot(glyph, before.box().right(), style, random);
      boolean touches = touching && (i == pairToTouch || random.chance(TOUCHING_PAIRS));
      line.add(
          here.moved(
              touches ? touch(before, here, style, random) : gap(before, here, style, random), 0));
    }
    return line;
  }

  /** A number written into cells: each glyph about the middle of its own. */
  static List<Placement> inCells(
      List<Glyph> glyphs, List<Box> cells, WriterStyle style, SeededRandom random) {
    List<Placement> line = new ArrayList<>();
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      Box cell = cells.get(i);
      double slackX = cell.width() - glyph.width();
      double slackY = cell.height() - glyph.height();
      double x = cell.x() + slackX * random.around(0.5, 0.14, 0.12, 0.88);
      double y = cell.y() + slackY * random.around(0.55, 0.14, 0.12, 0.92);
      line.add(new Placement(glyph, (int) Math.round(x), (int) Math.round(y)));
    }
    return line;
  }

  private static Placement foot(Glyph glyph, int x, WriterStyle style, SeededRandom random) {
    double baseline =
        style.baselineSlope() * x + style.height() * style.baselineJitter() * random.gaussian();
    return new Placement(glyph, x, (int) Math.round(baseline) - glyph.height());
  }

  /** Between kerning (equal white between the shapes) and typing (equal white between boxes). */
  private static int gap(Placement before, Placement here, WriterStyle style, SeededRandom random) {
    double wanted = style.height() * style.gap() * random.around(1, 0.25, 0.4, 1.8);
    int clearance = clearance(before, here);
    double kerned = wanted - clearance;
    double least = Math.max(3, 0.06 * style.height()) - clearance;
    return (int) Math.round(Math.max(least, (kerned + 0.6 * wanted) / 2));
  }

  private static int touch(
      Placement before, Placement here, WriterStyle style, SeededRandom random) {
    double overlap = style.strokePixels() * random.between(0.2, 0.9);
    return -clearance(before, here) - Math.max(1, (int) Math.round(overlap));
  }

  /** The white pixels between two neighbours where they are closest. */
  private static int clearance(Placement before, Placement here) {
    int least = Integer.MAX_VALUE;
    int top = Math.max(before.y(), here.y());
    int bottom = Math.min(before.box().bottom(), here.box().bottom());
    for (int y = top; y < bottom; y++) {
      int right = before.glyph().right(y - before.y());
      int left = here.glyph().left(y - here.y());
      if (right >= 0 && left < here.glyph().width()) {
        least = Math.min(least, here.x() + left - before.x() - right - 1);
      }
    }
    return least == Integer.MAX_VALUE ? here.x() - before.box().right() : least;
  }
}
