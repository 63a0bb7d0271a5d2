package dev.icrstreams.evaluate.html;

import java.util.List;
import java.util.Locale;

/**
 * Counts of what was taken for what, as a heat map that is a table, so that it can be read aloud.
 */
public final class HeatTable {
  private HeatTable() {}

  /**
   * A figure; the diagonal is not coloured, or it would be all to be seen.
   *
   * @param names of rows and columns
   * @param counts as many rows and columns
   * @param title of the figure
   * @param explanation what rows and columns are
   */
  public static String figure(
      List<String> names, int[][] counts, String title, String explanation) {
    StringBuilder html = new StringBuilder("<figure><table class=\"heat\">\n<tr><td></td>");
    names.forEach(name -> html.append("<th>").append(Html.escaped(name)).append("</th>"));
    html.append("</tr>\n");
    int most = most(counts);
    for (int row = 0; row < counts.length; row++) {
      html.append("<tr><th>").append(Html.escaped(names.get(row))).append("</th>");
      for (int column = 0; column < counts.length; column++) {
        html.append(cell(counts[row][column], row == column, most));
      }
      html.append("</tr>\n");
    }
    return html.append("</table><figcaption><b>")
        .append(Html.escaped(title))
        .append(".</b> ")
        .append(Html.escaped(explanation))
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

  private static int most(int[][] counts) {
    int most = 1;
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts.length; column++) {
        most = Math.max(most, row == column ? 0 : counts[row][column]);
      }
    }
    return most;
  }
}
