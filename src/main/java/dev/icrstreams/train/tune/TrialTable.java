package dev.icrstreams.train.tune;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The trials as a table for people, with columns under each other. */
public final class TrialTable {
  private TrialTable() {}

  /**
   * The lines, a header first.
   *
   * @param outcomes one of each trial, the best first
   */
  public static List<String> of(List<Outcome> outcomes, List<String> parameters) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header =
        new ArrayList<>(List.of("trial", "epochs", "validation accuracy", "seconds"));
    header.addAll(parameters);
    rows.add(header);
    for (Outcome outcome : outcomes) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(outcome.trial()));
      row.add(Integer.toString(outcome.epochs()));
      row.add(
          outcome.accuracy() == null
              ? "failed"
              : String.format(Locale.ROOT, "%.4f", outcome.accuracy()));
      row.add(String.format(Locale.ROOT, "%.1f", outcome.seconds()));
      parameters.forEach(name -> row.add(text(outcome, name)));
      rows.add(row);
    }
    return aligned(rows);
  }

  private static String text(Outcome outcome, String parameter) {
    JsonNode value = outcome.values().get(parameter);
    if (value == null) {
      return "";
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }

  private static List<String> aligned(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, widths.length)
                    .mapToObj(i -> " ".repeat(widths[i] - row.get(i).length()) + row.get(i))
                    .collect(Collectors.joining("  ")))
        .toList();
  }
}
