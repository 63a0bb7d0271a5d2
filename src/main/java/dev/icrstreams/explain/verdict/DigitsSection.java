package dev.icrstreams.explain.verdict;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Png;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.explain.scan.ScanSection;
import dev.icrstreams.field.Alternative;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Digit;
import dev.icrstreams.image.GreyImage;
import java.util.List;
import java.util.stream.Collectors;

/** The digits of the number, where they stand on the scan. */
public final class DigitsSection implements Section {
  private static final int LABEL = 14;

  @Override
  public String title() {
    return "Digits on the scan";
  }

  @Override
  public void write(Html html, Explanation of) {
    List<Digit> digits = of.reading().digits();
    if (digits.isEmpty()) {
      html.element("p", "There are no digits.");
      return;
    }
    overlay(html, of.scan(), digits);
    html.open("div", "class", "wide").open("table");
    html.headings("", "digit", "probability", "box", "else");
    html.open("tbody");
    for (Digit digit : digits) {
      Png part = ScanSection.part(of.scan(), of.scan().fromFile(digit.box()));
      html.open("tr").open("td");
      html.empty("img", "src", part.uri(), "alt", "digit " + digit.value(), "style", "height:3rem");
      html.close().element("td", Integer.toString(digit.value()), "class", "code");
      html.element("td", Words.percent(digit.confidence()));
      html.element("td", Words.box(digit.box())).element("td", others(digit)).close();
    }
    html.close().close().close();
  }

  private static String others(Digit digit) {
    return digit.alternatives().stream()
        .map((Alternative other) -> other.value() + ": " + Words.percent(other.confidence()))
        .collect(Collectors.joining(", "));
  }

  /** Drawn in CSS pixels, so that lines and letters keep their size whatever the scan's. */
  private static void overlay(Html html, GreyImage scan, List<Digit> digits) {
    double width = Math.min(1_150, ScanSection.shownWidth(scan));
    double scale = width / scan.width();
    double height = scale * scan.height();
    html.open(
        "svg",
        "viewBox",
        "0 0 " + Words.decimal(width) + " " + Words.decimal(height + LABEL + 4),
        "width",
        Words.decimal(width),
        "role",
        "img",
        "aria-label",
        "the scan with the digits' boxes");
    html.empty(
        "image",
        "href",
        ScanSection.picture(scan).uri(),
        "y",
        Integer.toString(LABEL + 4),
        "width",
        Words.decimal(width),
        "height",
        Words.decimal(height),
        "preserveAspectRatio",
        "none");
    for (Digit digit : digits) {
      Box box = scan.fromFile(digit.box());
      html.empty(
          "rect",
          "x",
          Words.decimal(scale * box.x()),
          "y",
          Words.decimal(LABEL + 4 + scale * box.y()),
          "width",
          Words.decimal(scale * box.width()),
          "height",
          Words.decimal(scale * box.height()),
          "class",
          "digit");
      html.element(
          "text",
          Integer.toString(digit.value()),
          "x",
          Words.decimal(scale * (box.x() + box.width() / 2.0)),
          "y",
          Integer.toString(LABEL),
          "text-anchor",
          "middle",
          "class",
          "strong");
    }
    html.close();
  }
}
