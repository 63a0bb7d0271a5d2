package dev.icrstreams.explain.verdict;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.read.fuse.FusedNumber;
import java.util.List;

/** The numbers of both readers, with what each makes of them. */
public final class FusionSection implements Section {
  @Override
  public String title() {
    return "Both readers together";
  }

  @Override
  public void write(Html html, Explanation of) {
    List<FusedNumber> numbers = of.seen().fused();
    if (numbers.isEmpty()) {
      html.element("p", "Neither reader found a number.");
      return;
    }
    html.element(
        "p",
        "Logarithms of probabilities; the score is the sequence reader's, the mean over its views,"
            + " plus a part of the lattice's.",
        "class",
        "note");
    html.open("div", "class", "wide").open("table");
    html.headings(
        "number", "score", "sequence reader", "its worst view", "views that read it", "lattice");
    html.open("tbody");
    for (FusedNumber number : numbers) {
      boolean read = number.number().equals(of.reading().number());
      html.open("tr", "class", read ? "best" : "");
      html.element("td", number.number(), "class", "code");
      html.element("td", Words.decimal(number.score()));
      html.element("td", Words.decimal(number.sequence()));
      html.element("td", Words.decimal(number.worstView()));
      html.element("td", Words.percent(number.views()));
      html.element(
          "td",
          number.path() == null
              ? "not there"
              : Words.decimal(number.lattice()) + (number.lead() ? ", its best" : ""));
      html.close();
    }
    html.close().close().close();
  }
}
