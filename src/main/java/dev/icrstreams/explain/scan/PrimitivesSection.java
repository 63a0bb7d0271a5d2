package dev.icrstreams.explain.scan;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Observations.Placed;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Png;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.Separator;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/** The pieces that the ink is cut into, and what was left out. */
public final class PrimitivesSection implements Section {
  private static final int CUT = 0x000000;
  private static final int LEFT_OUT = 0xb0b4ba;
  private static final int NOBODY = -1;

  /** A turn of the colour wheel by this share keeps neighbours far apart. */
  private static final float GOLDEN = 0.618034f;

  @Override
  public String title() {
    return "Primitives and cuts";
  }

  @Override
  public void write(Html html, Explanation of) {
    Ink ink = of.clean().ink();
    List<Placed> primitives = of.seen().primitives();
    int[] owner = owners(ink, primitives);
    html.figure(
        Png.colour(ink.width(), ink.height(), (x, y) -> colour(ink, owner, x, y)),
        2 * ink.width(),
        "each primitive in a colour of its own; black where touching ink is cut; grey: ink that"
            + " belongs to no candidate");
    html.open("table").fact("primitives", Integer.toString(primitives.size()));
    html.fact("candidates", Integer.toString(of.seen().placed().size()));
    html.fact("ink left out", Words.percent(of.lattice().leftOut()));
    of.lattice().doubts().forEach(doubt -> html.fact("doubt", doubt.toString()));
    for (Separator separator : of.reading().separators()) {
      html.fact(
          "separator",
          separator.kind()
              + " after digit "
              + separator.afterDigit()
              + ", "
              + Words.percent(separator.confidence()));
    }
    html.close();
  }

  private static int[] owners(Ink ink, List<Placed> primitives) {
    int[] owner = new int[ink.width() * ink.height()];
    Arrays.fill(owner, NOBODY);
    for (int i = 0; i < primitives.size(); i++) {
      Box box = primitives.get(i).working();
      Ink own = primitives.get(i).candidate().ink();
      for (int y = 0; y < own.height(); y++) {
        for (int x = 0; x < own.width(); x++) {
          if (own.isInk(x, y)) {
            owner[(box.y() + y) * ink.width() + box.x() + x] = i;
          }
        }
      }
    }
    return owner;
  }

  private static int colour(Ink ink, int[] owner, int x, int y) {
    if (!ink.isInk(x, y)) {
      return (255 - ink.at(x, y) / 4) * 0x010101;
    }
    int mine = owner[y * ink.width() + x];
    if (mine == NOBODY) {
      return LEFT_OUT;
    }
    int left = owner[y * ink.width() + Math.max(0, x - 1)];
    int right = owner[y * ink.width() + Math.min(ink.width() - 1, x + 1)];
    if ((left != NOBODY && left != mine) || (right != NOBODY && right != mine)) {
      return CUT;
    }
    return Color.HSBtoRGB(GOLDEN * mine, 0.85f, 0.8f) & 0xffffff;
  }
}
