package dev.icrstreams.evaluate.html;

import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.Styler;

/** Charts of bars. */
public final class Bars {
  /** So that every bar gets its name, not only every other one. */
  private static final int TIGHT = 20;

  private Bars() {}

  /** A chart without bars. */
  public static CategoryChart chart(Theme theme, String x, String y) {
    CategoryChart chart = new CategoryChart(ChartPicture.WIDTH, ChartPicture.HEIGHT);
    ChartPicture.style(chart.getStyler(), theme);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideN);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setXAxisTickMarkSpacingHint(TIGHT);
    chart.setXAxisTitle(x);
    chart.setYAxisTitle(y);
    return chart;
  }

  /** Writes its value over every bar. */
  public static void showValues(CategoryChart chart, Theme theme) {
    chart.getStyler().setLabelsVisible(true).setLabelsFontColorAutomaticEnabled(false);
    chart.getStyler().setLabelsFont(ChartPicture.FONT).setLabelsFontColor(theme.text);
    chart.getStyler().setLabelsPosition(1.06);
  }
}
