package dev.icrstreams.train.report;

import dev.icrstreams.evaluate.html.Bars;
import dev.icrstreams.evaluate.html.Line;
import dev.icrstreams.evaluate.html.Lines;
import dev.icrstreams.evaluate.html.Theme;
import dev.icrstreams.train.run.TrainingRun;
import dev.icrstreams.train.run.TrainingRun.Epoch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;

/** How one training went, as curves and bars. */
final class RunCharts {
  private RunCharts() {}

  static XYChart accuracy(TrainingRun run, Theme theme) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(run, epoch -> percent(epoch.accuracy())));
    lines.add(line(run, epoch -> percent(epoch.validationAccuracy())));
    XYChart chart = Lines.chart(theme, "epoch", "right, %");
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideSE);
    Axes.epochs(chart, run.epochs().size());
    Axes.accuracies(
        chart,
        run.epochs().stream()
            .flatMap(epoch -> Stream.of(epoch.accuracy(), (Double) epoch.validationAccuracy()))
            .map(RunCharts::percent)
            .toList());
    return curves(chart, lines, theme);
  }

  static XYChart loss(TrainingRun run, Theme theme) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(run, epoch -> orNone(epoch.loss())));
    lines.add(line(run, Epoch::validationLoss));
    XYChart chart = Lines.chart(theme, "epoch", "cross-entropy");
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
    Axes.epochs(chart, run.epochs().size());
    Axes.losses(chart, lines.stream().mapToDouble(Line::highest).max().orElse(0));
    return curves(chart, lines, theme);
  }

  /** Training images a class. */
  static CategoryChart classes(TrainingRun run, Theme theme) {
    CategoryChart chart = Bars.chart(theme, "class", "training images");
    chart.getStyler().setLegendVisible(false);
    Bars.showValues(chart, theme);
    int most = Arrays.stream(run.classes()).max().orElse(1);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.12 * Math.max(1, most));
    List<String> names = IntStream.range(0, run.classes().length).mapToObj(Scores::name).toList();
    List<Integer> counts = Arrays.stream(run.classes()).boxed().toList();
    chart.addSeries("images", names, counts).setFillColor(theme.good());
    return chart;
  }

  private static XYChart curves(XYChart chart, List<Line> lines, Theme theme) {
    if (lines.get(0).highest() > 0) {
      Lines.add(chart, "training", lines.get(0), theme, 1);
    }
    Lines.add(chart, "validation", lines.get(1), theme, 0);
    return chart;
  }

  /** Whether there is anything to draw: one epoch, as of a classical model, is no curve. */
  static boolean hasCurves(TrainingRun run) {
    return run.epochs().size() > 1;
  }

  static Line line(TrainingRun run, ToDoubleFunction<Epoch> figure) {
    Line line = new Line();
    run.epochs().forEach(epoch -> line.add(epoch.number(), figure.applyAsDouble(epoch)));
    return line;
  }

  private static double percent(Double fraction) {
    return fraction == null ? Double.NaN : 100 * fraction;
  }

  private static double orNone(Double value) {
    return value == null ? Double.NaN : value;
  }
}
