package dev.icrstreams.cli.input;

import dev.icrstreams.field.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reviewers' answers in a tab-separated file. */
public final class Answers {
  private static final List<String> COLUMNS = List.of("id", "number", "verdict", "reviewer");

  private Answers() {}

  /**
   * One line.
   *
   * @param verdict number, blank or unreadable
   */
  public record Answer(String id, String number, String verdict, String reviewer) {
    /**
     * The verdict as a value.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Outcome outcome() {
      return switch (verdict) {
        case "number" -> Outcome.NUMBER;
        case "blank" -> Outcome.BLANK;
        case "unreadable" -> Outcome.UNREADABLE;
        default ->
            throw new IllegalArgumentException(
                "no verdict '" + verdict + "'; there are number, blank, unreadable");
      };
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, or its columns are not these; the message names file
   *     and line
   */
  public static List<Answer> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    List<String> columns =
        lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).split("\t", -1));
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        throw new IOException(
            file + ", line 1: no column '" + column + "'; there are " + String.join(", ", COLUMNS));
      }
    }
    if (!columns.contains("id")) {
      throw new IOException(file + ", line 1: the column id is missing");
    }
    List<Answer> answers = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length > columns.size()) {
        throw new IOException(file + ", line " + (i + 1) + ": more cells than columns");
      }
      if (!lines.get(i).isBlank()) {
        String verdict = cell(cells, columns, "verdict").toLowerCase(Locale.ROOT);
        answers.add(
            new Answer(
                cell(cells, columns, "id"),
                cell(cells, columns, "number"),
                verdict.isEmpty() ? "number" : verdict,
                cell(cells, columns, "reviewer")));
      }
    }
    return answers;
  }

  private static String cell(String[] cells, List<String> columns, String name) {
    int column = columns.indexOf(name);
    return column < 0 || column >= cells.length ? "" : cells[column].strip();
  }
}
