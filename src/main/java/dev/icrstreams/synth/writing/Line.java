package dev.icrstreams.synth.writing;

import dev.icrstreams.field.Box;
import dev.icrstreams.synth.glyph.Glyph;
import dev.icrstreams.synth.raster.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Writes glyphs into a form's cells. */
public final class Line {
  private Line() {}

  /** Each glyph about the middle of its own cell: tidily, or across its borders. */
  public static List<Placement> inCells(
      List<Glyph> glyphs, List<Box> cells, boolean tidy, SeededRandom random) {
    double spread = tidy ? 0.14 : 0.3;
    double reach = tidy ? 0.12 : -0.1;
    List<Placement> line = new ArrayList<>();
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      Box cell = cells.get(i);
      double slackX = cell.width() - glyph.width();
      double slackY = cell.height() - glyph.height();
      double x = cell.x() + slackX * random.around(0.5, spread, reach, 1 - reach);
      double y = cell.y() + slackY * random.around(0.55, spread, reach, 1 - reach);
      line.add(new Placement(glyph, (int) Math.round(x), (int) Math.round(y)));
    }
    return line;
  }
}
