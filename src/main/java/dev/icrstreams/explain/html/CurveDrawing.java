package dev.icrstreams.explain.html;

import dev.icrstreams.read.confidence.Calibration;
import java.util.List;

/** Draws the calibration's curve with this field's point on it. */
public final class CurveDrawing {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 230;
  private static final int LEFT = 34;
  private static final int BOTTOM = HEIGHT - 34;
  private static final int TOP = 12;
  private static final int RIGHT = WIDTH - 12;

  private final double low;
  private final double high;

  private CurveDrawing(double low, double high) {
    this.low = low;
    this.high = high;
  }

  /** Draws the curve, the field's score on it and the threshold. */
  public static void draw(Html html, Calibration calibration, double score, double threshold) {
    List<Calibration.Point> curve = calibration.curve();
    if (curve.isEmpty()) {
      return;
    }
    double low = Math.min(score, curve.get(0).score()) - 0.5;
    double high = Math.max(score, curve.get(curve.size() - 1).score()) + 0.5;
    new CurveDrawing(low, high).draw(html, calibration, curve, score, threshold);
  }

  private void draw(
      Html html,
      Calibration calibration,
      List<Calibration.Point> curve,
      double score,
      double threshold) {
    html.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "width",
        Integer.toString(WIDTH),
        "role",
        "img",
        "aria-label",
        "from score to confidence");
    for (double p : new double[] {0, 0.5, 1}) {
      html.empty("path", "d", "M" + LEFT + " " + y(p) + "H" + RIGHT, "class", "axis");
      text(html, Words.decimal(p).replaceFirst("\\.?0+$", ""), LEFT - 8, y(p) + 4, "end");
    }
    text(html, Words.decimal(low), LEFT, BOTTOM + 16, "start");
    text(html, Words.decimal(high), RIGHT, BOTTOM + 16, "end");
    text(html, "score", (LEFT + RIGHT) / 2.0, BOTTOM + 16, "middle");
    StringBuilder path = new StringBuilder();
    path.append("M").append(x(low)).append(' ').append(y(calibration.confidence(low)));
    for (Calibration.Point point : curve) {
      path.append("L").append(x(point.score())).append(' ').append(y(point.probability()));
    }
    path.append("L").append(x(high)).append(' ').append(y(calibration.confidence(high)));
    html.empty("path", "d", path.toString(), "class", "curve");
    if (threshold <= 1) {
      html.empty("path", "d", "M" + LEFT + " " + y(threshold) + "H" + RIGHT, "class", "limit");
      text(html, "accepted from here up", LEFT + 6, y(threshold) - 4, "start");
    }
    double at = y(calibration.confidence(score));
    html.empty("path", "d", "M" + x(score) + " " + BOTTOM + "V" + at, "class", "mark");
    html.empty("circle", "cx", "" + x(score), "cy", "" + at, "r", "5", "class", "mark").close();
  }

  private static void text(Html html, String text, double x, double y, String anchor) {
    html.element("text", text, "x", "" + x, "y", "" + y, "text-anchor", anchor, "class", "faint");
  }

  private double x(double score) {
    return rounded(LEFT + (score - low) / (high - low) * (RIGHT - LEFT));
  }

  private static double y(double probability) {
    return rounded(BOTTOM - probability * (BOTTOM - TOP));
  }

  private static double rounded(double value) {
    return Math.round(10 * value) / 10.0;
  }
}
