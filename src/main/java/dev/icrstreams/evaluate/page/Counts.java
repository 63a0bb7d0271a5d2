package dev.icrstreams.evaluate.page;

import dev.icrstreams.evaluate.Reliability;
import dev.icrstreams.evaluate.errors.ErrorBucket;
import dev.icrstreams.evaluate.html.Bars;
import dev.icrstreams.evaluate.html.Theme;
import dev.icrstreams.evaluate.report.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;

/** What was counted, as bars. */
final class Counts {
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
    CategoryChart chart = Bars.chart(theme, "", "fields");
    chart.getStyler().setLegendVisible(false);
    Bars.showValues(chart, theme);
    chart.getStyler().setXAxisLabelRotation(35);
    chart.addSeries("fields", names, fields).setFillColor(theme.bad());
    return chart;
  }

  /** How many readings there are of each confidence, right and wrong. */
  static CategoryChart confidences(Evaluation evaluation, Theme theme) {
    List<Reliability.Bin> bins = evaluation.metrics().reliability().bins();
    List<String> names =
        IntStream.range(0, bins.size())
            .mapToObj(i -> String.format(Locale.ROOT, "%.0f", 100.0 * i / bins.size()))
            .toList();
    CategoryChart chart = Bars.chart(theme, "confidence from, %", "readings");
    chart.getStyler().setStacked(true).setAvailableSpaceFill(0.95);
    chart
        .addSeries("right", names, bins.stream().map(Reliability.Bin::right).toList())
        .setFillColor(theme.good());
    chart
        .addSeries("wrong", names, bins.stream().map(bin -> bin.count() - bin.right()).toList())
        .setFillColor(theme.bad());
    return chart;
  }

  private static String name(ErrorBucket bucket) {
    return bucket.name().toLowerCase(Locale.ROOT);
  }
}
