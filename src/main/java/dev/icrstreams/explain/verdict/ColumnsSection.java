package dev.icrstreams.explain.verdict;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Png;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.Strip;
import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.read.columns.View;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the sequence reader saw: each strip with the probabilities of its columns below it. */
public final class ColumnsSection implements Section {
  private static final int SCALE = 3;
  private static final int ROW = 11;
  private static final int MARGIN = 46;
  private static final int CLASSES = 11;
  private static final int BEST = 3;

  /** A probability below this is not drawn. */
  private static final double FAINT = 0.01;

  @Override
  public String title() {
    return "The sequence reader's columns";
  }

  @Override
  public void write(Html html, Explanation of) {
    html.element(
        "p",
        "The whole field in several views, as the network gets it; in more than three where these"
            + " do not agree with certainty. Below each, a row for every digit and one for the"
            + " blank between digits; the darker, the likelier in that column.",
        "class",
        "note");
    List<View> views = of.seen().views();
    for (int i = 0; i < views.size(); i++) {
      Strip strip = views.get(i).strip();
      Columns columns = views.get(i).columns();
      html.open("div", "class", "wide").open("div", "style", "padding-left:" + MARGIN + "px");
      html.figure(
          Png.ink(ink(strip)),
          (double) SCALE * strip.width(),
          "view " + (i + 1) + ": " + Words.size(strip.width(), Strip.HEIGHT));
      html.close();
      drawing(html, columns);
      html.element("p", likeliest(columns), "class", "note").close();
    }
  }

  private static String likeliest(Columns columns) {
    return columns.likeliest(BEST * 4).stream()
        .limit(BEST)
        .map(
            each ->
                (each.number().isEmpty() ? "nothing" : each.number())
                    + " "
                    + Words.percent(Math.exp(each.logProbability())))
        .collect(Collectors.joining(" · "));
  }

  private static void drawing(Html html, Columns columns) {
    int cell = SCALE * Strip.STRIDE;
    int width = MARGIN + columns.count() * cell;
    int height = CLASSES * ROW;
    html.open(
        "svg",
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        Integer.toString(width),
        "height",
        Integer.toString(height),
        "role",
        "img",
        "aria-label",
        "probabilities by column");
    for (int digit = 0; digit < CLASSES; digit++) {
      html.element(
          "text",
          digit < CLASSES - 1 ? Integer.toString(digit) : "blank",
          "x",
          "0",
          "y",
          Integer.toString((digit + 1) * ROW - 2),
          "class",
          "faint",
          "font-size",
          "10");
      for (int column = 0; column < columns.count(); column++) {
        double p = Math.exp(columns.at(column, digit));
        if (p >= FAINT) {
          html.empty(
              "rect",
              "x",
              Integer.toString(MARGIN + column * cell),
              "y",
              Integer.toString(digit * ROW),
              "width",
              Integer.toString(cell - 1),
              "height",
              Integer.toString(ROW - 1),
              "class",
              digit < CLASSES - 1 ? "bar" : "axis",
              "fill-opacity",
              String.format(Locale.ROOT, "%.2f", p));
        }
      }
    }
    html.close();
  }

  private static Ink ink(Strip strip) {
    byte[] values = new byte[strip.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, strip.values()[i])));
    }
    return new Ink(strip.width(), Strip.HEIGHT, values);
  }
}
