package dev.icrstreams.train.report;

import dev.icrstreams.evaluate.html.ChartPicture;
import dev.icrstreams.evaluate.html.HeatTable;
import dev.icrstreams.evaluate.html.Html;
import dev.icrstreams.evaluate.html.Page;
import dev.icrstreams.evaluate.html.ReliabilityDiagram;
import dev.icrstreams.train.run.Test;
import dev.icrstreams.train.run.TrainingRun;
import java.util.Locale;
import java.util.stream.IntStream;

/** One training as one page; what a run knows nothing about is left out. */
public final class RunPage {
  /** The command in the page's first lines. */
  public static final String COMMAND = "icr report";

  private static final String STYLE = Page.styleSheet(RunPage.class, "training.css");

  private RunPage() {}

  /** The page. */
  public static String of(TrainingRun run) {
    StringBuilder html =
        new StringBuilder(Page.head(COMMAND, run.network() + " – training", STYLE));
    html.append("<h1>").append(Html.escaped(run.network())).append("</h1>\n<p>");
    html.append(run.version().isEmpty() ? "no model yet" : "model " + Html.escaped(run.version()));
    html.append(" · ").append(Html.escaped(tested(run.test()))).append("</p>\n");
    html.append("<div class=\"tables\">\n");
    if (run.test() != null) {
      html.append(Html.table(Facts.test(run), true));
    }
    html.append(Html.table(Facts.cost(run), true)).append("</div>\n");
    if (RunCharts.hasCurves(run)) {
      html.append(curves(run));
    }
    html.append("<h2>Class by class</h2>\n<div class=\"charts\">");
    if (run.test() != null) {
      html.append(classes(run.test()));
    }
    if (run.classes().length > 0) {
      html.append(
          ChartPicture.figure(
              "Training images",
              "How many there were of each class.",
              theme -> RunCharts.classes(run, theme)));
    }
    html.append("</div>\n");
    if (!run.samples().isEmpty()) {
      html.append("<h2>Augmentation</h2>\n<p class=\"note\">Above as in the training set, below as")
          .append(" the network saw it once. Nothing is mirrored: a mirrored 2 is no 2.</p>\n")
          .append(Pictures.samples(run));
    }
    if (run.test() != null && !run.test().worst().isEmpty()) {
      html.append(worst(run.test()));
    }
    html.append("<h2>To repeat it</h2>\n<pre>").append(Html.escaped(run.command()));
    html.append("</pre>\n<div class=\"hashes\">").append(Html.table(Facts.origin(run), false));
    return html.append("</div>\n").append(Page.END).toString();
  }

  static String style() {
    return STYLE;
  }

  private static String tested(Test test) {
    return test == null ? "not tested yet" : "tested on " + test.set();
  }

  private static String curves(TrainingRun run) {
    String kept = run.chosenEpoch() == 0 ? "" : " Epoch " + run.chosenEpoch() + " was kept.";
    return "<h2>How it learned</h2>\n<div class=\"charts\">"
        + ChartPicture.figure(
            "Accuracy",
            "Images taken right, of those learned from and of those held out; only the upper part"
                + " of the axis."
                + kept,
            theme -> RunCharts.accuracy(run, theme))
        + ChartPicture.figure(
            "Loss",
            "Mean cross-entropy. Training is measured as it goes on, with augmentation, dropout and"
                + " smoothed labels where there are any, and may so lie above validation.",
            theme -> RunCharts.loss(run, theme))
        + "</div>\n";
  }

  private static String classes(Test test) {
    Scores scores = Scores.of(test);
    StringBuilder html = new StringBuilder();
    html.append(
        HeatTable.figure(
            IntStream.range(0, test.confusion().length).mapToObj(Scores::name).toList(),
            test.confusion(),
            "Confusion",
            "How often a digit (row) was taken for another (column)."));
    html.append("<figure class=\"numbers\">").append(Html.table(Facts.classes(scores), true));
    html.append("</figure>");
    if (!test.reliability().isEmpty()) {
      html.append(
          ChartPicture.figure(
              "Reliability",
              String.format(
                  Locale.ROOT,
                  "How many images of a confidence are right. Expected calibration error %s.",
                  Words.percent(Scores.reliability(test).expectedCalibrationError())),
              theme -> ReliabilityDiagram.of(Scores.reliability(test), theme)));
    }
    return html.toString();
  }

  private static String worst(Test test) {
    return "<h2>The worst errors</h2>\n<p class=\"note\">"
        + test.worst().size()
        + " of "
        + (test.images() - test.right())
        + " images taken wrong, the surest first: the confidence, and the number in the set from"
        + " 0.</p>\n"
        + Pictures.worst(test);
  }
}
