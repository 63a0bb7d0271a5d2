package dev.icrstreams.train.report;

import dev.icrstreams.evaluate.html.ChartPicture;
import dev.icrstreams.evaluate.html.Html;
import dev.icrstreams.evaluate.html.Page;
import dev.icrstreams.train.run.TrainingRun;
import java.util.List;

/** Several trainings beside each other on one page. */
public final class ComparisonPage {
  private ComparisonPage() {}

  /** The page; runs in the order in which they are given. */
  public static String of(List<TrainingRun> runs) {
    List<String> names = Names.of(runs);
    StringBuilder html =
        new StringBuilder(Page.head(RunPage.COMMAND, "Trainings compared", RunPage.style()));
    html.append("<h1>Trainings compared</h1>\n<p>").append(runs.size()).append(" runs</p>\n");
    List<TrainingRun> tested = runs.stream().filter(run -> run.test() != null).toList();
    if (!tested.isEmpty()) {
      html.append(tests(runs, names, tested));
    }
    html.append("<h2>What they cost</h2>\n");
    html.append(numbers(ComparisonTables.costs(runs, names)));
    html.append(environments(runs));
    if (runs.stream().anyMatch(RunCharts::hasCurves)) {
      html.append(curves(runs, names));
    }
    if (!tested.isEmpty()) {
      html.append("<h2>Class by class</h2>\n");
      html.append(numbers(ComparisonTables.classes(runs, names)));
    }
    html.append("<h2>To repeat them</h2>\n<div class=\"hashes\">");
    html.append(Html.table(ComparisonTables.origins(runs, names), true)).append("</div>\n");
    return html.append(Page.END).toString();
  }

  private static String tests(
      List<TrainingRun> runs, List<String> names, List<TrainingRun> tested) {
    StringBuilder html = new StringBuilder("<h2>How they were tested</h2>\n");
    html.append("<div class=\"compare\">");
    html.append(Html.table(ComparisonTables.tests(runs, names), true)).append("</div>\n");
    html.append(
            "<p class=\"note\">Precision, recall and F1 are means over the classes. The interval")
        .append(
            " is Clopper and Pearson's; a published accuracy inside it is no clear difference.");
    List<String> sets = tested.stream().map(run -> run.test().set()).distinct().toList();
    html.append(sets.size() == 1 ? " Tested on " : " <b>Not all were tested on the same set:</b> ");
    html.append(Html.escaped(String.join("; ", sets))).append(".</p>\n<div class=\"charts\">");
    html.append(
        ChartPicture.figure(
            "Accuracy in the test",
            "With its 95 % interval; beside it what was published.",
            theme -> ComparisonCharts.tests(runs, names, theme)));
    return html.append("</div>\n").toString();
  }

  private static String numbers(List<List<String>> rows) {
    return "<div class=\"compare numbers\">" + Html.table(rows, true) + "</div>\n";
  }

  private static String environments(List<TrainingRun> runs) {
    List<String> all = runs.stream().map(TrainingRun::environment).distinct().toList();
    return "<p class=\"note\">"
        + (all.size() == 1 ? "" : "<b>Times are not all from the same machine:</b> ")
        + Html.escaped(String.join("; ", all))
        + "</p>\n";
  }

  private static String curves(List<TrainingRun> runs, List<String> names) {
    return "<h2>How they learned</h2>\n<div class=\"charts\">"
        + ChartPicture.figure(
            "Validation accuracy",
            "Only the upper part of the axis.",
            theme -> ComparisonCharts.accuracy(runs, names, theme))
        + ChartPicture.figure(
            "Validation loss",
            "Mean cross-entropy of the images held out.",
            theme -> ComparisonCharts.loss(runs, names, theme))
        + "</div>\n";
  }
}
