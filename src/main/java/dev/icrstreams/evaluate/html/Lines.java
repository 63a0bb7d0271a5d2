package dev.icrstreams.evaluate.html;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Charts of curves. */
public final class Lines {
  /** For what helps to read the curve. */
  public static final float THIN = 1;

  /** For the curve itself. */
  public static final float THICK = 2;

  private static final float[][] DASHES = {null, {7, 4}, {2, 3}, {9, 3, 2, 3}, {14, 4}};

  private Lines() {}

  /** A chart without curves; its horizontal axis has whole numbers. */
  public static XYChart chart(Theme theme, String x, String y) {
    XYChart chart = new XYChart(ChartPicture.WIDTH, ChartPicture.HEIGHT);
    ChartPicture.style(chart.getStyler(), theme);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
    chart.getStyler().setXAxisTickLabelsFormattingFunction(Lines::whole);
    chart.setXAxisTitle(x);
    chart.setYAxisTitle(y);
    return chart;
  }

  /** Adds a curve that has at least one point. */
  public static XYSeries add(XYChart chart, String name, Line line, Color color, float width) {
    XYSeries series = chart.addSeries(name, line.x(), line.y());
    series.setMarker(SeriesMarkers.NONE).setLineColor(color);
    series.setLineStyle(new BasicStroke(width));
    return series;
  }

  /**
   * Adds one of several equal curves, told apart by colour and, on grey paper, by dashes.
   *
   * @param index of the curve, from 0
   */
  public static XYSeries add(XYChart chart, String name, Line line, Theme theme, int index) {
    XYSeries series = add(chart, name, line, theme.series(index), THICK);
    float[] dashes = DASHES[index % DASHES.length];
    series.setLineStyle(
        new BasicStroke(THICK, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
    return series;
  }

  private static String whole(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-6
        ? String.format(Locale.ROOT, "%.0f", value)
        : "";
  }
}
