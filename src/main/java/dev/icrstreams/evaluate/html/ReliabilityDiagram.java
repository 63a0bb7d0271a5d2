package dev.icrstreams.evaluate.html;

import dev.icrstreams.evaluate.Reliability;
import dev.icrstreams.evaluate.Share;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Truth against confidence. */
public final class ReliabilityDiagram {
  private ReliabilityDiagram() {}

  /** The share that is right, with its interval, against the mean confidence of each bin. */
  public static XYChart of(Reliability reliability, Theme theme) {
    Line right = new Line();
    Line intervals = new Line();
    for (Reliability.Bin bin : reliability.bins()) {
      if (bin.count() > 0) {
        double confidence = 100 * bin.confidence() / bin.count();
        Share share = new Share(bin.right(), bin.count());
        right.add(confidence, 100 * share.value());
        intervals.add(confidence, 100 * share.low());
        intervals.add(confidence, 100 * share.high());
        intervals.add(confidence, Double.NaN);
      }
    }
    XYChart chart = Lines.chart(theme, "confidence, %", "right, %");
    // below the diagonal, where a usable model has nothing to show
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideSE);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(100.0);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    Line ideal = new Line().add(0, 0).add(100, 100);
    Lines.add(chart, "perfectly calibrated", ideal, theme.faint, Lines.THIN);
    if (!right.isEmpty()) {
      Lines.add(chart, "95 % interval", intervals, theme.good(), Lines.THIN);
      XYSeries series = Lines.add(chart, "right", right, theme.good(), Lines.THIN);
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(theme.good());
    }
    return chart;
  }
}
