package dev.icrstreams.evaluate.page;

import dev.icrstreams.evaluate.Reliability;
import dev.icrstreams.evaluate.errors.ErrorBucket;
import dev.icrstreams.evaluate.report.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.Styler;

/** What was counted, as bars. */
final class Counts {
  /** So that every bar gets its name, not only every other one. */
  private static final int TIGHT = 20;

  private Counts() {}

  /** How many fields are in each bucket of errors. */
  static CategoryChart buckets(Evaluation evaluation, Theme theme) {
    List<String> names = new ArrayList<>();
    List<Long> fields = new ArrayList<>();
    evaluation
        .errors()
        .buckets()
        .forEach(
            (bucket, share) -> {
              names.add(name(bucket));
              fields.add(share.count());
            });
    CategoryChart chart = bars(theme, "", "fields");
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setLabelsVisible(true).setLabelsFontColorAutomaticEnabled(false);
    chart.getStyler().setLabelsFont(ChartPicture.FONT).setLabelsFontColor(theme.text);
    chart.getStyler().setLabelsPosition(1.06).setXAxisLabelRotation(35);
    chart.getStyler().setXAxisTickMarkSpacingHint(TIGHT);
    chart.addSeries("fields", names, fields).setFillColor(theme.bad);
    return chart;
  }

  /** How many readings there are of each confidence, right and wrong. */
  static CategoryChart confidences(Evaluation evaluation, Theme theme) {
    List<Reliability.Bin> bins = evaluation.metrics().reliability().bins();
    List<String> names =
        IntStream.range(0, bins.size())
            .mapToObj(i -> String.format(Locale.ROOT, "%.0f", 100.0 * i / bins.size()))
            .toList();
    CategoryChart chart = bars(theme, "confidence from, %", "readings");
    chart.getStyler().setStacked(true).setAvailableSpaceFill(0.95);
    chart
        .addSeries("right", names, bins.stream().map(Reliability.Bin::right).toList())
        .setFillColor(theme.good);
    chart
        .addSeries("wrong", names, bins.stream().map(bin -> bin.count() - bin.right()).toList())
        .setFillColor(theme.bad);
    return chart;
  }

  private static CategoryChart bars(Theme theme, String x, String y) {
    CategoryChart chart = new CategoryChart(ChartPicture.WIDTH, ChartPicture.HEIGHT);
    ChartPicture.style(chart.getStyler(), theme);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideN);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.setXAxisTitle(x);
    chart.setYAxisTitle(y);
    return chart;
  }

  private static String name(ErrorBucket bucket) {
    return bucket.name().toLowerCase(Locale.ROOT);
  }
}
