package dev.icrstreams.evaluate.page;

import dev.icrstreams.evaluate.Metrics;
import dev.icrstreams.evaluate.RiskCoverage;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.evaluate.html.Line;
import dev.icrstreams.evaluate.html.Lines;
import dev.icrstreams.evaluate.html.Theme;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/** What confidence is worth, as a curve of risk against coverage. */
final class Curves {
  private static final int MOST_POINTS = 300;

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
    XYChart chart = Lines.chart(theme, "accepted, % of all fields", "wrong among accepted, %");
    double most = risk.highest();
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
    // the first few accepted fields have an interval that would dwarf the curve
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(Math.max(2, 1.25 * most));
    if (!points.isEmpty()) {
      Lines.add(chart, "error rate", risk, theme.good(), Lines.THICK);
      Lines.add(chart, "95 % interval", low, theme.faint, Lines.THIN);
      Lines.add(chart, "upper end", high, theme.faint, Lines.THIN).setShowInLegend(false);
    }
    Line budget = new Line();
    budget.add(0, 1);
    budget.add(100, 1);
    Lines.add(chart, "1 %", budget, theme.bad(), Lines.THIN);
    return chart;
  }

  private static List<RiskCoverage.Point> thinned(List<RiskCoverage.Point> points) {
    int step = 1 + points.size() / MOST_POINTS;
    List<RiskCoverage.Point> kept = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i -= step) {
      kept.add(0, points.get(i));
    }
    return kept;
  }
}
