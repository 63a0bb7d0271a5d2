package dev.icrstreams.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A folder of field images with their numbers. The labels are tab-separated: a header line, then a
 * line an image; its first column is the file's path within the folder, its second the number
 * (empty: the field holds none), further columns are ignored.
 *
 * @param entries in the order of their lines
 */
public record LabelledFolder(List<Entry> entries) {
  private static final int LISTED = 5;

  /**
   * One labelled image.
   *
   * @param file as the labels name it
   * @param path where it is
   * @param number decimal digits; empty if the field holds no number
   */
  public record Entry(String file, Path path, String number) {}

  /** Copies the list. */
  public LabelledFolder {
    entries = List.copyOf(entries);
  }

  /** Reads {@code labels.tsv} in the folder; see {@link #read(Path, Path)}. */
  public static LabelledFolder read(Path directory) throws IOException {
    return read(directory, directory.resolve("labels.tsv"));
  }

  /**
   * Reads a labels file for a folder.
   *
   * @throws IOException if the labels cannot be read, a line is wrong, or an image is missing; the
   *     message names file and line
   */
  public static LabelledFolder read(Path directory, Path labels) throws IOException {
    List<String> lines = lines(labels);
    List<Entry> entries = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Set<String> files = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String where = labels + " line " + (i + 1) + ": ";
      Entry entry = entry(directory, lines.get(i).split("\t", -1), where);
      if (!files.add(entry.file())) {
        throw new IOException(where + entry.file() + " is listed twice");
      }
      if (!Files.isRegularFile(entry.path())) {
        missing.add(where + entry.path() + " is missing");
      }
      entries.add(entry);
    }
    if (!missing.isEmpty()) {
      throw new IOException(summary(missing));
    }
    if (entries.isEmpty()) {
      throw new IOException(labels + " lists no image");
    }
    String header = lines.get(0).split("\t", -1)[0].strip();
    if (!header.isEmpty() && Files.isRegularFile(directory.resolve(header))) {
      throw new IOException(labels + " line 1: no header line, but the image " + header);
    }
    return new LabelledFolder(entries);
  }

  private static List<String> lines(Path labels) throws IOException {
    try {
      return Files.readAllLines(labels, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IOException(labels + " does not exist", e);
    } catch (CharacterCodingException e) {
      throw new IOException(labels + " is not UTF-8", e);
    }
  }

  private static Entry entry(Path directory, String[] columns, String where) throws IOException {
    String file = columns[0].strip();
    String number = columns.length > 1 ? columns[1].strip() : "";
    if (file.isEmpty()) {
      throw new IOException(where + "the first column, the file, is empty");
    }
    if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IOException(where + "'" + number + "' is no number of decimal digits");
    }
    return new Entry(file, directory.resolve(file), number);
  }

  private static String summary(List<String> missing) {
    String listed = String.join("\n", missing.subList(0, Math.min(LISTED, missing.size())));
    int more = missing.size() - LISTED;
    return more > 0 ? listed + "\nand " + more + " more" : listed;
  }
}
