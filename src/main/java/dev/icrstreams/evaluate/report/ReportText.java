package dev.icrstreams.evaluate.report;

import dev.icrstreams.evaluate.Bootstrap;
import java.util.List;
import java.util.Locale;

/** A report for a terminal. */
public final class ReportText {
  private ReportText() {}

  /** Tables with a blank line between them. */
  public static String of(Report report) {
    return String.format(
            Locale.ROOT,
            "%s, model %s, error budget %s%n%n",
            report.run().labels(),
            report.run().model(),
            report.run().maxErrorRate())
        + table(Rows.figures(report.all()))
        + "\n"
        + table(Rows.recipes(report))
        + "\n"
        + table(Rows.budgets(report))
        + "\n"
        + table(Rows.buckets(report.all()))
        + "\n"
        + table(Rows.reasons(report.all()))
        + "\n"
        + table(Rows.times(report.times()))
        + Rows.speed(report.times())
        + "\n\n"
        + notes(report.run())
        + "\n";
  }

  /** How the intervals were come by. */
  public static String notes(Report.Run run) {
    return "Intervals of shares are Clopper and Pearson's; of coverage, calibration error and"
        + " digits, the bootstrap's with "
        + Bootstrap.RESAMPLES
        + " draws, seed "
        + run.seed()
        + ". \"At most\" is the error rate's one-sided 95 % bound.";
  }

  private static String table(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] width = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        width[i] = Math.max(width[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        boolean left = i == 0;
        String gap = " ".repeat(width[i] - row.get(i).length());
        line.append(i == 0 ? "" : "  ").append(left ? row.get(i) + gap : gap + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
