package dev.icrstreams.evaluate.html;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;

/** Draws charts for the page: twice, for light and for dark surroundings, fine enough for paper. */
public final class ChartPicture {
  static final int WIDTH = 520;
  static final int HEIGHT = 360;

  /** Pixels a point, for fine screens and for paper. */
  private static final int SCALE = 2;

  /** Of all text in charts. */
  public static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private ChartPicture() {}

  /**
   * The chart as an HTML figure; paper gets the light one.
   *
   * @param title below the picture
   * @param explanation what it shows, also for those who cannot see it
   */
  public static String figure(
      String title, String explanation, Function<Theme, AxesChart<?, ?>> chart) {
    return "<figure><picture><source media=\"screen and (prefers-color-scheme: dark)\" srcset=\""
        + png(chart.apply(Theme.DARK))
        + "\"><img width=\""
        + WIDTH
        + "\" height=\""
        + HEIGHT
        + "\" alt=\""
        + Html.escaped(title + ". " + explanation)
        + "\" src=\""
        + png(chart.apply(Theme.LIGHT))
        + "\"></picture><figcaption><b>"
        + Html.escaped(title)
        + ".</b> "
        + Html.escaped(explanation)
        + "</figcaption></figure>\n";
  }

  /** Gives a chart the theme's colours and this page's manner. */
  static void style(AxesChartStyler styler, Theme theme) {
    styler.setBaseFont(FONT).setChartBackgroundColor(theme.background);
    styler.setChartFontColor(theme.text).setChartTitleVisible(false).setChartPadding(6);
    styler.setPlotBackgroundColor(theme.background).setPlotBorderVisible(false);
    styler.setLegendFont(FONT).setLegendBackgroundColor(theme.background);
    styler.setLegendBorderColor(theme.grid);
    styler.setXAxisTitleColor(theme.text).setYAxisTitleColor(theme.text);
    styler.setAxisTitleFont(FONT).setAxisTickLabelsFont(FONT).setAxisTickLabelsColor(theme.text);
    styler.setAxisTickMarksColor(theme.grid).setPlotGridLinesColor(theme.grid);
    styler.setPlotGridLinesStroke(new BasicStroke(1));
  }

  private static String png(AxesChart<?, ?> chart) {
    BufferedImage image =
        new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    chart.paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    return Html.dataUri(Palette.reduced(image));
  }
}
