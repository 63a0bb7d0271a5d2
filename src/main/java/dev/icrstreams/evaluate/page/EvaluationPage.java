package dev.icrstreams.evaluate.page;

import dev.icrstreams.evaluate.html.ChartPicture;
import dev.icrstreams.evaluate.html.Html;
import dev.icrstreams.evaluate.html.Page;
import dev.icrstreams.evaluate.html.ReliabilityDiagram;
import dev.icrstreams.evaluate.report.Evaluation;
import dev.icrstreams.evaluate.report.ReadField;
import dev.icrstreams.evaluate.report.Report;
import dev.icrstreams.evaluate.report.ReportText;
import dev.icrstreams.evaluate.report.Rows;
import dev.icrstreams.image.ImageDecoder;
import java.util.List;

/** A report as one page of HTML: nothing is loaded from elsewhere, no script runs. */
public final class EvaluationPage {
  private EvaluationPage() {}

  /**
   * The page. The worst fields' images are read again from where they are.
   *
   * @param decoder for these images
   */
  public static String of(Report report, ImageDecoder decoder) {
    Evaluation all = report.all();
    StringBuilder html = new StringBuilder(Page.head("icr evaluate", report.run().labels(), ""));
    html.append("<h1>How well the fields are read</h1>\n<p>");
    html.append(Html.escaped(report.run().labels())).append(" · model ");
    html.append(Html.escaped(report.run().model())).append(" · error budget ");
    html.append(report.run().maxErrorRate()).append("</p>\n");
    html.append(Html.table(Rows.figures(all), false));
    html.append("<h2>By recipe and error budget</h2>\n");
    html.append(Html.table(Rows.recipes(report), true));
    html.append(Html.table(Rows.budgets(report), true));
    html.append("<p class=\"note\">").append(Html.escaped(ReportText.notes(report.run())));
    html.append("</p>\n<h2>What confidence is worth</h2>\n<div class=\"charts\">");
    html.append(confidence(all));
    html.append("</div>\n<h2>What goes wrong</h2>\n<div class=\"charts\">");
    html.append(errors(all)).append("</div>\n");
    html.append(Html.table(Rows.buckets(all), true));
    html.append(Html.table(Rows.reasons(all), true));
    html.append("<h2>Time</h2>\n").append(Html.table(Rows.times(report.times()), true));
    html.append("<p class=\"note\">").append(Rows.speed(report.times())).append("</p>\n");
    return html.append(worst(report, decoder)).append(Page.END).toString();
  }

  private static String confidence(Evaluation all) {
    return ChartPicture.figure(
            "Risk and coverage",
            "How wrong the accepted fields would be, if so many were accepted.",
            theme -> Curves.riskCoverage(all.metrics(), theme))
        + ChartPicture.figure(
            "Reliability",
            "How many readings of a confidence are right.",
            theme -> ReliabilityDiagram.of(all.metrics().reliability(), theme))
        + ChartPicture.figure(
            "Confidence", "How many readings have it.", theme -> Counts.confidences(all, theme));
  }

  private static String errors(Evaluation all) {
    return ChartPicture.figure(
            "Kinds of errors", "How many fields have them.", theme -> Counts.buckets(all, theme))
        + ConfusionTable.figure(all.errors().confusion());
  }

  private static String worst(Report report, ImageDecoder decoder) {
    List<ReadField> worst = WorstFields.of(report.fields());
    long wrong = report.fields().stream().filter(field -> field.result().isWrong()).count();
    StringBuilder html = new StringBuilder("<h2>The worst fields</h2>\n<p class=\"note\">");
    html.append(worst.size()).append(" of ").append(wrong).append(" wrong ones: first those");
    html.append(" that went out, then by falling confidence.</p>\n<div class=\"cards\">\n");
    worst.forEach(field -> html.append(WorstFields.card(field, decoder)));
    return html.append("</div>\n").toString();
  }
}
