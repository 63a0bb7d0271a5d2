package dev.icrstreams.explain.lattice;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.explain.evidence.Classes;
import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Png;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.read.lattice.EdgeCost;
import dev.icrstreams.segment.Candidate;
import java.util.List;

/** Every candidate: its ink, what the network saw of it, and what it said. */
public final class CandidatesSection implements Section {
  private static final int CLASSES = 3;
  private static final int BAR = 90;

  @Override
  public String title() {
    return "Candidates";
  }

  @Override
  public void write(Html html, Explanation of) {
    List<Candidate> candidates = of.lattice().candidates();
    if (candidates.isEmpty()) {
      html.element("p", "None.");
      return;
    }
    html.element(
        "p",
        "Left the ink, right the "
            + Words.size(DigitNormaliser.SIZE, DigitNormaliser.SIZE)
            + " that the network reads. Boxes are in pixels of the scan. Probabilities are after the calibration's temperature of "
            + Words.decimal(of.judge().calibration().temperature())
            + "; an arc scores the log-probability of its digit less what it costs, by its shape and by how likely it is none. A piece may also be left out, at a price.",
        "class",
        "note");
    List<Integer> best = of.bestPath();
    html.open("div", "class", "cards");
    for (int i = 0; i < candidates.size(); i++) {
      card(html, of, i, best.contains(i));
    }
    html.close();
  }

  private static void card(Html html, Explanation of, int index, boolean best) {
    Candidate candidate = of.lattice().candidates().get(index);
    html.open("div", "class", best ? "card best" : "card");
    html.open("div", "class", "rasters");
    image(html, Png.ink(candidate.ink()), "ink of candidate " + index);
    image(html, normalised(candidate), "network input of candidate " + index);
    html.close();
    html.open("div").element("b", candidate.from() + " → " + candidate.to());
    html.text(best ? " read" : "").close();
    html.element("small", Words.box(candidate.box()));
    double[] logProbabilities = of.seen().logProbabilities()[index];
    double skipping = EdgeCost.ofSkipping(candidate, logProbabilities);
    html.element(
        "small",
        "as a digit it costs "
            + Words.decimal(EdgeCost.ofTaking(candidate, logProbabilities))
            + (Double.isInfinite(skipping) ? "" : ", left out " + Words.decimal(skipping)));
    html.open("table");
    for (int output : Classes.top(of, index, CLASSES)) {
      double probability = Classes.probability(of, index, output);
      html.open("tr").element("td", Words.label(output), "class", "code");
      html.open("td").element("span", Words.percent(probability)).close();
      html.open("td");
      bar(html, probability);
      html.close().close();
    }
    html.close().close();
  }

  /** A bar as long as the share, 0 to 1. */
  public static void bar(Html html, double share) {
    html.open("svg", "width", Integer.toString(BAR), "height", "10", "aria-hidden", "true");
    html.empty(
        "rect", "width", Words.decimal(BAR * share), "height", "10", "rx", "2", "class", "bar");
    html.close();
  }

  private static void image(Html html, Png png, String alt) {
    html.empty(
        "img",
        "src",
        png.uri(),
        "alt",
        alt,
        "width",
        Integer.toString(png.width()),
        "height",
        Integer.toString(png.height()),
        "style",
        "height:" + (png.height() == DigitNormaliser.SIZE ? 84 : 88) + "px");
  }

  private static Png normalised(Candidate candidate) {
    float[] pixels = new DigitNormaliser().normalise(candidate.ink());
    int size = DigitNormaliser.SIZE;
    return Png.grey(size, size, (x, y) -> Math.round(255 * (1 - pixels[y * size + x])));
  }
}
