package dev.icrstreams.explain.scan;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Observations.Picture;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Png;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.CleaningListener.Choice;
import dev.icrstreams.image.CleaningListener.Step;

/** What each cleaning step made of the scan; what a step took away or put back is coloured. */
public final class CleaningSection implements Section {
  private static final int REMOVED = 0xe0245e;
  private static final int RESTORED = 0x1a9e52;

  @Override
  public String title() {
    return "Cleaning, step by step";
  }

  @Override
  public void write(Html html, Explanation of) {
    html.open("div", "class", "grid");
    Ink before = null;
    for (Picture picture : of.seen().pictures()) {
      Ink ink = picture.raster();
      if (picture.step().compareTo(Step.BINARISED) > 0 && isLike(before, ink)) {
        Ink old = before;
        int removed = count(old, ink);
        int restored = count(ink, old);
        String changes =
            ": " + removed + " pixels taken out (red), " + restored + " put back (green)";
        html.figure(
            Png.colour(ink.width(), ink.height(), (x, y) -> change(old, ink, x, y)),
            1.5 * ink.width(),
            picture.step().title() + changes);
      } else {
        Png png =
            Png.grey(
                ink.width(),
                ink.height(),
                (x, y) -> picture.ink() ? 255 - ink.at(x, y) : ink.at(x, y));
        html.figure(png, 1.5 * ink.width(), picture.step().title());
      }
      before = ink;
    }
    html.close().open("table");
    Box part = of.clean().part();
    html.fact("ink that is read", of.seen().inks().map(Choice::words).orElse("all, of one kind"));
    html.fact("dots of shades", of.seen().hasHalftone() ? "smoothed into grey" : "none");
    html.fact(
        "part of the scan",
        part.equals(of.scan().whole()) ? "all of it" : Words.box(part) + "; the rest is cut off");
    html.fact("working size", Words.size(of.clean().ink().width(), of.clean().ink().height()));
    html.fact("stroke width", Words.decimal(of.clean().strokeWidth()) + " working pixels");
    html.fact(
        "may something else be written?",
        of.clean().isDoubtful() ? of.clean().doubts().toString() : "no");
    html.close();
  }

  private static boolean isLike(Ink before, Ink ink) {
    return before != null && before.width() == ink.width() && before.height() == ink.height();
  }

  /** Pixels that are ink in the first and not in the second. */
  private static int count(Ink first, Ink second) {
    int count = 0;
    for (int y = 0; y < first.height(); y++) {
      for (int x = 0; x < first.width(); x++) {
        count += first.isInk(x, y) && !second.isInk(x, y) ? 1 : 0;
      }
    }
    return count;
  }

  private static int change(Ink before, Ink after, int x, int y) {
    if (before.isInk(x, y) != after.isInk(x, y)) {
      return before.isInk(x, y) ? REMOVED : RESTORED;
    }
    return (255 - after.at(x, y)) * 0x010101;
  }
}
