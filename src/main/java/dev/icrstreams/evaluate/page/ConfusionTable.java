package dev.icrstreams.evaluate.page;

import dev.icrstreams.evaluate.errors.Confusion;
import java.util.Locale;

/** Which digit was taken for which, as a heat map that is a table, so that it can be read aloud. */
final class ConfusionTable {
  private ConfusionTable() {}

  /** A figure; digits read right are not coloured, or they would be all to be seen. */
  static String figure(Confusion confusion) {
    StringBuilder html = new StringBuilder("<figure><table class=\"heat\">\n<tr><td></td>");
    for (int read = 0; read < Confusion.SIZE; read++) {
      html.append("<th>").append(name(read)).append("</th>");
    }
    html.append("</tr>\n");
    int most = most(confusion);
    for (int written = 0; written < Confusion.SIZE; written++) {
      html.append("<tr><th>").append(name(written)).append("</th>");
      for (int read = 0; read < Confusion.SIZE; read++) {
        html.append(cell(confusion.count(written, read), written == read, most));
      }
      html.append("</tr>\n");
    }
    return html.append("</table><figcaption><b>Confusion.</b> How often a written digit (row) was")
        .append(" read as another (column), or not at all; last row: read where none is written.")
        .append("</figcaption></figure>\n")
        .toString();
  }

  private static String cell(int count, boolean right, int most) {
    if (count == 0) {
      return "<td></td>";
    }
    if (right) {
      return "<td class=\"right\">" + count + "</td>";
    }
    // rare confusions are worth seeing too
    double heat = Math.sqrt((double) count / most);
    return String.format(Locale.ROOT, "<td style=\"--heat: %.2f\">%d</td>", heat, count);
  }

  private static int most(Confusion confusion) {
    int most = 1;
    for (int written = 0; written < Confusion.SIZE; written++) {
      for (int read = 0; read < Confusion.SIZE; read++) {
        most = Math.max(most, written == read ? 0 : confusion.count(written, read));
      }
    }
    return most;
  }

  private static String name(int digit) {
    return digit == Confusion.NONE ? "none" : Integer.toString(digit);
  }
}
