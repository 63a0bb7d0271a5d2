package dev.icrstreams.explain.verdict;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.CurveDrawing;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.read.confidence.Evidence;

/** How the evidence adds up to a score, and the score becomes a confidence. */
public final class ConfidenceSection implements Section {
  private static final int BAR = 110;

  @Override
  public String title() {
    return "Confidence";
  }

  @Override
  public void write(Html html, Explanation of) {
    Calibration calibration = of.judge().calibration();
    double[] evidence = of.seen().evidence();
    if (evidence.length == 0) {
      html.element(
          "p",
          "Without a number there is no evidence to weigh; the confidence comes from how often"
              + " held-out fields with a number were taken for what this one was taken for.");
      return;
    }
    html.element("p", "Log-odds against all other numbers: " + Words.decimal(of.seen().logOdds()));
    if (calibration.weights().size() != evidence.length) {
      html.element("p", "The model has no calibration: the confidence is these odds alone.");
      return;
    }
    html.element("p", "Calibrated on " + calibration.fields() + " fields: " + calibration.source());
    double score = calibration.score(evidence);
    html.open("div", "class", "grid").open("div", "class", "wide");
    table(html, evidence, calibration, score);
    html.close().open("figure");
    CurveDrawing.draw(html, calibration, score, of.judge().threshold());
    html.element(
        "figcaption",
        "score "
            + Words.decimal(score)
            + " becomes confidence "
            + Words.confidence(of.reading().confidence()));
    html.close().close();
  }

  private static void table(Html html, double[] evidence, Calibration calibration, double score) {
    double most = 1e-9;
    for (int i = 0; i < evidence.length; i++) {
      most = Math.max(most, Math.abs(calibration.adds(i, evidence[i])));
    }
    html.open("table").headings("evidence", "value", "slope there", "adds", "").open("tbody");
    for (int i = 0; i < evidence.length; i++) {
      double adds = calibration.adds(i, evidence[i]);
      html.open("tr").element("td", Evidence.NAMES.get(i));
      html.element("td", Words.decimal(evidence[i]));
      html.element("td", Words.decimal(calibration.slope(i, evidence[i])));
      html.element("td", Words.decimal(adds));
      html.open("td");
      bar(html, adds / most);
      html.close().close();
    }
    html.open("tr", "class", "best").element("td", "score").element("td", "").element("td", "");
    html.element("td", Words.decimal(score)).element("td", "").close();
    html.close().close();
  }

  /** From the middle to the right what speaks for the number, to the left what speaks against. */
  private static void bar(Html html, double share) {
    double length = Math.abs(share) * BAR / 2;
    html.open("svg", "width", Integer.toString(BAR), "height", "12", "aria-hidden", "true");
    html.empty(
        "rect",
        "x",
        Words.decimal(share < 0 ? BAR / 2.0 - length : BAR / 2.0),
        "y",
        "1",
        "width",
        Words.decimal(length),
        "height",
        "10",
        "class",
        "bar");
    String middle = Integer.toString(BAR / 2);
    html.empty("path", "d", "M" + middle + " 0V12", "class", "axis").close();
  }
}
