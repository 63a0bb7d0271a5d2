package dev.icrstreams.explain.lattice;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.read.lattice.Hypothesis;
import java.util.List;
import java.util.stream.Collectors;

/** The numbers that the search found. */
public final class NumbersSection implements Section {
  private static final int MOST = 20;

  @Override
  public String title() {
    return "Numbers of the lattice, best first";
  }

  @Override
  public void write(Html html, Explanation of) {
    List<Hypothesis> numbers = of.seen().numbers();
    if (numbers.isEmpty()) {
      html.element("p", "None.");
      return;
    }
    double highest = numbers.stream().mapToDouble(Hypothesis::logMass).max().orElse(0);
    double all = numbers.stream().mapToDouble(number -> Math.exp(number.logMass() - highest)).sum();
    html.element(
        "p",
        "The score of a number is the logarithm of the sum over all paths that spell it. Shares are"
            + " of the numbers that the search kept, "
            + numbers.size()
            + " in all.",
        "class",
        "note");
    html.open("div", "class", "wide").open("table");
    html.headings("number", "share", "", "score", "its best path alone", "nodes", "constraints");
    html.open("tbody");
    for (Hypothesis number : numbers.subList(0, Math.min(MOST, numbers.size()))) {
      double share = Math.exp(number.logMass() - highest) / all;
      boolean read = number.number().equals(of.reading().number());
      html.open("tr", "class", read ? "best" : "");
      html.element("td", number.number(), "class", "code").element("td", Words.percent(share));
      html.open("td");
      CandidatesSection.bar(html, share);
      html.close().element("td", Words.decimal(number.logMass()));
      html.element("td", Words.decimal(number.logBest())).element("td", nodes(number, of));
      html.element("td", of.constraints().ruleBrokenBy(number.number()).orElse("kept")).close();
    }
    html.close().close().close();
  }

  private static String nodes(Hypothesis number, Explanation of) {
    return number.path().stream()
        .map(candidate -> of.lattice().candidates().get(candidate).to())
        .map(String::valueOf)
        .collect(Collectors.joining(" ", "0 ", ""));
  }
}
