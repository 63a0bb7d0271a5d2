package dev.icrstreams.train.report;

import dev.icrstreams.evaluate.Share;
import dev.icrstreams.evaluate.html.Line;
import dev.icrstreams.evaluate.html.Lines;
import dev.icrstreams.evaluate.html.Theme;
import dev.icrstreams.train.run.TrainingRun;
import dev.icrstreams.train.run.TrainingRun.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Several runs in one chart, each with its colour everywhere. */
final class ComparisonCharts {
  private ComparisonCharts() {}

  static XYChart accuracy(List<TrainingRun> runs, List<String> names, Theme theme) {
    XYChart chart = Lines.chart(theme, "epoch", "right of those held out, %");
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    add(chart, runs, names, theme, epoch -> 100 * epoch.validationAccuracy());
    Axes.accuracies(chart, epochs(runs).map(epoch -> 100 * epoch.validationAccuracy()).toList());
    return chart;
  }

  static XYChart loss(List<TrainingRun> runs, List<String> names, Theme theme) {
    XYChart chart = Lines.chart(theme, "epoch", "cross-entropy of those held out");
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    add(chart, runs, names, theme, Epoch::validationLoss);
    Axes.losses(
        chart,
        epochs(runs).mapToDouble(Epoch::validationLoss).filter(Double::isFinite).max().orElse(0));
    return chart;
  }

  /** The test's accuracy of each, with its interval; published ones as squares. */
  static XYChart tests(List<TrainingRun> runs, List<String> names, Theme theme) {
    XYChart chart = Lines.chart(theme, "", "right, %");
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setXAxisMin(0.4).setXAxisMax(names.size() + 0.6);
    chart.getStyler().setXAxisTicksVisible(false);
    List<Double> all = new ArrayList<>();
    Line published = new Line();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).test() != null) {
        Share share = Scores.of(runs.get(i).test()).accuracy();
        Line interval = new Line().add(i + 1, 100 * share.low()).add(i + 1, 100 * share.high());
        Lines.add(chart, "interval " + i, interval, theme.series(i), Lines.THICK)
            .setShowInLegend(false);
        Line value = new Line().add(i + 1, 100 * share.value());
        point(Lines.add(chart, names.get(i), value, theme, i)).setMarkerColor(theme.series(i));
        all.add(100 * share.low());
        int at = i + 1;
        Published.of(runs.get(i).network())
            .ifPresent(each -> published.add(at + 0.15, 100 * each.accuracy()));
      }
    }
    if (!published.isEmpty()) {
      XYSeries series = Lines.add(chart, "published", published, theme.faint, Lines.THIN);
      series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
      series.setMarker(SeriesMarkers.DIAMOND).setMarkerColor(theme.faint);
    }
    Axes.accuracies(chart, all);
    return chart;
  }

  private static XYSeries point(XYSeries series) {
    series.setMarker(SeriesMarkers.CIRCLE);
    return series;
  }

  private static void add(
      XYChart chart,
      List<TrainingRun> runs,
      List<String> names,
      Theme theme,
      ToDoubleFunction<Epoch> figure) {
    int longest = 1;
    for (int i = 0; i < runs.size(); i++) {
      TrainingRun run = runs.get(i);
      if (RunCharts.hasCurves(run)) {
        Lines.add(chart, names.get(i), RunCharts.line(run, figure), theme, i);
        longest = Math.max(longest, run.epochs().size());
      }
    }
    Axes.epochs(chart, longest);
  }

  private static Stream<Epoch> epochs(List<TrainingRun> runs) {
    return runs.stream().filter(RunCharts::hasCurves).flatMap(run -> run.epochs().stream());
  }
}
