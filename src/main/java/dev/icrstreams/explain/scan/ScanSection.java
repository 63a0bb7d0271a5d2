package dev.icrstreams.explain.scan;

import dev.icrstreams.explain.evidence.Explanation;
import dev.icrstreams.explain.evidence.Section;
import dev.icrstreams.explain.html.Html;
import dev.icrstreams.explain.html.Png;
import dev.icrstreams.explain.html.Words;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.ImageFormat;
import dev.icrstreams.field.Notice;
import dev.icrstreams.image.GreyImage;

/** The image as it was scanned. */
public final class ScanSection implements Section {
  private static final int WIDEST = 2_400;

  @Override
  public String title() {
    return "The scan";
  }

  @Override
  public void write(Html html, Explanation of) {
    GreyImage scan = of.scan();
    html.figure(picture(scan), shownWidth(scan), "the first page, upright and in grey, as decoded");
    html.open("table");
    html.fact("format", ImageFormat.detect(of.file()).map(Enum::name).orElse("unknown"));
    html.fact("file", of.file().length + " bytes");
    html.fact("size", Words.size(scan.width(), scan.height()));
    if (scan.pixelHeight() != 1) {
      html.fact(
          "pixels of the file",
          Words.decimal(scan.pixelHeight()) + " times as high as wide, made square");
    }
    html.fact("pages", Integer.toString(scan.pages()));
    for (Notice notice : of.reading().notices()) {
      html.fact("notice", notice.name());
    }
    html.close();
  }

  /** The scan, its pixels thinned out where it is very large. */
  public static Png picture(GreyImage scan) {
    int step = (Math.max(scan.width(), scan.height()) + WIDEST - 1) / WIDEST;
    return Png.grey(
        Math.max(1, scan.width() / step),
        Math.max(1, scan.height() / step),
        (x, y) -> scan.at(x * step, y * step));
  }

  /** A part of the scan, with a little around it. */
  public static Png part(GreyImage scan, Box box) {
    int margin = Math.max(2, box.height() / 12);
    int left = Math.max(0, box.x() - margin);
    int top = Math.max(0, box.y() - margin);
    int right = Math.min(scan.width(), box.right() + margin);
    int bottom = Math.min(scan.height(), box.bottom() + margin);
    int step = (Math.max(right - left, bottom - top) + WIDEST - 1) / WIDEST;
    return Png.grey(
        Math.max(1, (right - left) / step),
        Math.max(1, (bottom - top) / step),
        (x, y) -> scan.at(left + x * step, top + y * step));
  }

  /** In CSS pixels: small scans are enlarged. */
  public static double shownWidth(GreyImage scan) {
    return scan.width() * Math.max(1, Math.min(8, 200.0 / scan.height()));
  }
}
