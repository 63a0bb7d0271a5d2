package dev.icrstreams.explain.lattice;

import dev.icrstreams.explain.evidence.Classes;
import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Png;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.field.Ink;
import dev.icrstreams.segment.Candidate;
import java.util.List;

/** The lattice as a drawing: nodes on a line with the ink between them, candidates as arcs. */
public final class LatticeSection implements Section {
  private static final int SLOT = 92;
  private static final int RISE = 46;
  private static final int MARGIN = 24;
  private static final int THUMB = 56;

  @Override
  public String title() {
    return "The lattice";
  }

  @Override
  public void write(Html html, Explanation of) {
    List<Candidate> candidates = of.lattice().candidates();
    if (candidates.isEmpty()) {
      html.element("p", "There are no candidates, so there is nothing to search.");
      return;
    }
    html.element(
        "p",
        "A number is a path from the left end to the right; each arc is a candidate with its"
            + " likeliest class. The path that was read is drawn bold.",
        "class",
        "note");
    int longest = candidates.stream().mapToInt(c -> c.to() - c.from()).max().orElse(1);
    int line = longest * RISE + 30;
    int width = 2 * MARGIN + (of.lattice().nodes() - 1) * SLOT;
    int height = line + THUMB + 34;
    html.open("div", "class", "wide");
    html.open(
        "svg",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        Integer.toString(width),
        "height",
        Integer.toString(height),
        "role",
        "img",
        "aria-label",
        "the lattice's nodes and candidates");
    List<Integer> best = of.bestPath();
    for (int i = 0; i < candidates.size(); i++) {
      arc(html, candidates.get(i), line, best.contains(i));
    }
    for (int i = 0; i < candidates.size(); i++) {
      label(html, of, i, line, best.contains(i));
      if (candidates.get(i).to() == candidates.get(i).from() + 1) {
        thumb(html, candidates.get(i), line + 22);
      }
    }
    for (int node = 0; node < of.lattice().nodes(); node++) {
      node(html, node, line);
    }
    html.close().close();
  }

  private static int at(int node) {
    return MARGIN + node * SLOT;
  }

  private static int rise(Candidate candidate) {
    return (candidate.to() - candidate.from()) * RISE;
  }

  private static void arc(Html html, Candidate candidate, int line, boolean best) {
    // a quadratic curve reaches half the height of its control point
    int middle = (at(candidate.from()) + at(candidate.to())) / 2;
    String path = "M" + at(candidate.from()) + " " + line;
    path += "Q" + middle + " " + (line - 2 * rise(candidate));
    path += " " + at(candidate.to()) + " " + line;
    html.empty("path", "d", path, "class", best ? "edge best" : "edge");
  }

  private static void label(Html html, Explanation of, int index, int line, boolean best) {
    Candidate candidate = of.lattice().candidates().get(index);
    int top = Classes.top(of, index, 1).get(0);
    String text = Words.label(top) + "  " + Words.percent(Classes.probability(of, index, top));
    int x = (at(candidate.from()) + at(candidate.to())) / 2;
    int y = line - rise(candidate);
    html.empty(
        "rect",
        "x",
        Integer.toString(x - 38),
        "y",
        Integer.toString(y - 9),
        "width",
        "76",
        "height",
        "18",
        "rx",
        "4",
        "class",
        "chip");
    html.element(
        "text",
        text,
        "x",
        Integer.toString(x),
        "y",
        Integer.toString(y + 4),
        "text-anchor",
        "middle",
        "class",
        best ? "strong" : "");
  }

  private static void thumb(Html html, Candidate candidate, int top) {
    Ink ink = candidate.ink();
    double scale = Math.min((SLOT - 24.0) / ink.width(), (double) THUMB / ink.height());
    double width = scale * ink.width();
    html.empty(
        "image",
        "href",
        Png.ink(ink).uri(),
        "x",
        Words.decimal(at(candidate.from()) + (SLOT - width) / 2),
        "y",
        Integer.toString(top),
        "width",
        Words.decimal(width),
        "height",
        Words.decimal(scale * ink.height()));
  }

  private static void node(Html html, int node, int line) {
    String x = Integer.toString(at(node));
    html.empty("circle", "cx", x, "cy", Integer.toString(line), "r", "5", "class", "node");
    html.element(
        "text",
        Integer.toString(node),
        "x",
        x,
        "y",
        Integer.toString(line + 19),
        "text-anchor",
        "middle",
        "class",
        "faint");
  }
}
