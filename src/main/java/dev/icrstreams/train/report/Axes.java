package dev.icrstreams.train.report;

import java.util.List;
import org.knowm.xchart.XYChart;

/** How far the axes of training curves go. */
final class Axes {
  private static final double SPREAD = 4;

  private Axes() {}

  /** From the first epoch to the last. */
  static void epochs(XYChart chart, int epochs) {
    chart.getStyler().setXAxisMin(1.0).setXAxisMax((double) Math.max(2, epochs));
  }

  /**
   * From where most of the curves lie to 100 %: one bad first epoch must not press all that matters
   * into the last millimetre.
   */
  static void accuracies(XYChart chart, List<Double> percentages) {
    List<Double> sorted = percentages.stream().filter(Double::isFinite).sorted().toList();
    if (!sorted.isEmpty()) {
      double middle = sorted.get(sorted.size() / 2);
      double low = Math.max(sorted.get(0), 100 - SPREAD * (100 - middle));
      chart.getStyler().setYAxisMin(Math.max(0, Math.floor(10 * low - 1) / 10)).setYAxisMax(100.0);
    }
  }

  /** From nothing to the highest. */
  static void losses(XYChart chart, double highest) {
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(highest > 0 ? 1.05 * highest : 1);
  }
}
