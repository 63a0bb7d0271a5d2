package dev.icrstreams.evaluate.page;

import dev.icrstreams.evaluate.Metrics;
import dev.icrstreams.evaluate.Reliability;
import dev.icrstreams.evaluate.RiskCoverage;
import dev.icrstreams.evaluate.Share;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What confidence is worth, as curves: risk against coverage, and truth against confidence. */
final class Curves {
  private static final int MOST_POINTS = 300;
  private static final float THIN = 1;
  private static final float THICK = 2;

  private Curves() {}

  /** The error rate among the accepted, with its interval, against the share accepted. */
  static XYChart riskCoverage(Metrics metrics, Theme theme) {
    List<RiskCoverage.Point> points = thinned(metrics.curve().points());
    Line risk = new Line();
    Line low = new Line();
    Line high = new Line();
    for (RiskCoverage.Point point : points) {
      double coverage = 100.0 * point.accepted() / metrics.fields();
      Share wrong = new Share(point.wrong(), point.accepted());
      risk.add(coverage, 100 * wrong.value());
      low.add(coverage, 100 * wrong.low());
      high.add(coverage, 100 * wrong.high());
    }
    XYChart chart = chart(theme, "accepted, % of all fields", "wrong among accepted, %");
    double most = risk.y.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
    // the first few accepted fields have an interval that would dwarf the curve
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(Math.max(2, 1.25 * most));
    if (!points.isEmpty()) {
      line(chart, "error rate", risk, theme.good, THICK);
      line(chart, "95 % interval", low, theme.faint, THIN);
      line(chart, "upper end", high, theme.faint, THIN).setShowInLegend(false);
    }
    Line budget = new Line();
    budget.add(0, 1);
    budget.add(100, 1);
    line(chart, "1 %", budget, theme.bad, THIN);
    return chart;
  }

  /** The share that is right, with its interval, against the mean confidence of each bin. */
  static XYChart reliability(Metrics metrics, Theme theme) {
    Line ideal = new Line();
    ideal.add(0, 0);
    ideal.add(100, 100);
    Line right = new Line();
    Line intervals = new Line();
    for (Reliability.Bin bin : metrics.reliability().bins()) {
      if (bin.count() > 0) {
        double confidence = 100 * bin.confidence() / bin.count();
        Share share = new Share(bin.right(), bin.count());
        right.add(confidence, 100 * share.value());
        intervals.add(confidence, 100 * share.low());
        intervals.add(confidence, 100 * share.high());
        intervals.add(confidence, Double.NaN);
      }
    }
    XYChart chart = chart(theme, "confidence, %", "right, %");
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    line(chart, "perfectly calibrated", ideal, theme.faint, THIN);
    if (!right.x.isEmpty()) {
      line(chart, "95 % interval", intervals, theme.good, THIN);
      XYSeries series = line(chart, "right", right, theme.good, THIN);
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(theme.good);
    }
    return chart;
  }

  private static XYChart chart(Theme theme, String x, String y) {
    XYChart chart = new XYChart(ChartPicture.WIDTH, ChartPicture.HEIGHT);
    ChartPicture.style(chart.getStyler(), theme);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setXAxisTickLabelsFormattingFunction(Curves::tick);
    chart.setXAxisTitle(x);
    chart.setYAxisTitle(y);
    return chart;
  }

  private static XYSeries line(XYChart chart, String name, Line line, Color color, float width) {
    XYSeries series = chart.addSeries(name, line.x, line.y);
    series.setMarker(SeriesMarkers.NONE).setLineColor(color);
    series.setLineStyle(new BasicStroke(width));
    return series;
  }

  private static String tick(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static List<RiskCoverage.Point> thinned(List<RiskCoverage.Point> points) {
    int step = 1 + points.size() / MOST_POINTS;
    List<RiskCoverage.Point> kept = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i -= step) {
      kept.add(0, points.get(i));
    }
    return kept;
  }

  private static final class Line {
    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();

    private void add(double atX, double atY) {
      x.add(atX);
      y.add(atY);
    }
  }
}
