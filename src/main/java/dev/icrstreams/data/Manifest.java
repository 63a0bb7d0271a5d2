package dev.icrstreams.data;

import dev.icrstreams.field.ConstraintsText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tab-separated list of image files with what is known of them. The header line names the
 * columns: {@code file}, {@code id}, {@code form}, {@code field}, the constraints {@code
 * min_digits}, {@code max_digits}, {@code regex}, {@code check}, {@code min}, {@code max}, {@code
 * allowed}, and {@code attr.NAME}. Only {@code file} must be there.
 */
public final class Manifest {
  private static final String ATTRIBUTE_PREFIX = "attr.";
  private static final List<String> PLAIN_COLUMNS = List.of("file", "id", "form", "field");

  private final List<Row> rows;

  private Manifest(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * One line.
   *
   * @param file as written, relative to the manifest's folder
   * @param id the field id; the file's name without folder if the manifest gives none
   * @param form the form id; may be empty
   * @param field the field's name; may be empty
   * @param constraints texts for {@link ConstraintsText#parse}
   * @param attributes by name
   */
  public record Row(
      String file,
      String id,
      String form,
      String field,
      Map<String, String> constraints,
      Map<String, String> attributes) {}

  /**
   * Reads a manifest.
   *
   * @throws IOException if it cannot be read, has an unknown or no {@code file} column, or a line
   *     with too many cells; the message names file and line
   */
  public static Manifest read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty()) {
      throw new IOException(file + " is empty; its first line must name the columns");
    }
    List<String> columns = columns(file, lines.get(0));
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(file, i + 1, columns, lines.get(i)));
      }
    }
    return new Manifest(rows);
  }

  /** All lines in their order. */
  public List<Row> rows() {
    return rows;
  }

  /** The line for a file of that name, folders left out. */
  public Optional<Row> rowFor(String fileName) {
    return rows.stream().filter(row -> nameOf(row.file()).equals(fileName)).findFirst();
  }

  private static List<String> columns(Path file, String line) throws IOException {
    List<String> columns = List.of(line.replace("\uFEFF", "").split("\t", -1));
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      boolean known =
          PLAIN_COLUMNS.contains(column)
              || ConstraintsText.NAMES.contains(column)
              || (column.startsWith(ATTRIBUTE_PREFIX)
                  && column.length() > ATTRIBUTE_PREFIX.length());
      if (!known || !seen.add(column)) {
        throw new IOException(
            file
                + ":1: "
                + (known ? "the column is there twice: " : "unknown column: ")
                + column
                + "; known are "
                + String.join(", ", PLAIN_COLUMNS)
                + ", "
                + String.join(", ", ConstraintsText.NAMES)
                + ", attr.NAME");
      }
    }
    if (!columns.contains("file")) {
      throw new IOException(file + ":1: there is no column named file");
    }
    return columns;
  }

  private static Row row(Path file, int number, List<String> columns, String line)
      throws IOException {
    String[] cells = line.split("\t", -1);
    if (cells.length > columns.size()) {
      throw new IOException(
          file + ":" + number + ": " + cells.length + " cells for " + columns.size() + " columns");
    }
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> constraints = new LinkedHashMap<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      String column = columns.get(i);
      if (ConstraintsText.NAMES.contains(column)) {
        constraints.put(column, cells[i]);
      } else if (column.startsWith(ATTRIBUTE_PREFIX)) {
        attributes.put(column.substring(ATTRIBUTE_PREFIX.length()), cells[i]);
      } else {
        values.put(column, cells[i]);
      }
    }
    String image = values.getOrDefault("file", "");
    if (image.isBlank()) {
      throw new IOException(file + ":" + number + ": no file is named");
    }
    String id = values.getOrDefault("id", "");
    return new Row(
        image,
        id.isBlank() ? nameOf(image) : id,
        values.getOrDefault("form", ""),
        values.getOrDefault("field", ""),
        constraints,
        attributes);
  }

  private static String nameOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
