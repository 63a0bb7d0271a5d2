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
import java.util.stream.Stream;

/**
 * A folder of field images with their numbers. The labels are tab-separated: a header line, then a
 * line an image; its first column is the file's path within the folder, its second the number
 * (empty: the field holds none). Of further columns only one named {@code recipe} is used, which
 * says what kind of field it is.
 *
 * @param entries in the order of their lines
 */
public record LabelledFolder(List<Entry> entries) {
  private static final String RECIPE = "recipe";

  /**
   * One labelled image.
   *
   * @param file as the labels name it
   * @param path where it should be; whether it is there shows when it is read
   * @param number decimal digits; empty if the field holds no number
   * @param recipe the kind of field; empty if the labels do not say
   */
  public record Entry(String file, Path path, String number, String recipe) {}

  /** Copies the list. */
  public LabelledFolder {
    entries = List.copyOf(entries);
  }

  /** Reads {@code labels.tsv} in the folder; see {@link #read(Path, Path)}. */
  public static LabelledFolder read(Path directory) throws IOException {
    return read(directory, directory.resolve("labels.tsv"));
  }

  /**
   * Reads a labels file for a folder. It need not list every image; whether the images are there is
   * not looked at, since one that is lost must not keep the others from being read.
   *
   * @throws IOException if the labels cannot be read or a line is wrong; the message names file and
   *     line
   */
  public static LabelledFolder read(Path directory, Path labels) throws IOException {
    List<String> lines = lines(labels);
    List<Entry> entries = new ArrayList<>();
    int recipe = lines.isEmpty() ? -1 : columns(lines).indexOf(RECIPE);
    Set<String> files = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String where = labels + " line " + (i + 1) + ": ";
      Entry entry = entry(directory, lines.get(i).split("\t", -1), recipe, where);
      if (!files.add(entry.file())) {
        throw new IOException(where + entry.file() + " is listed twice");
      }
      entries.add(entry);
    }
    if (entries.isEmpty()) {
      throw new IOException(labels + " lists no image");
    }
    refuseImageAsHeader(directory, labels, lines);
    return new LabelledFolder(entries);
  }

  static void refuseImageAsHeader(Path directory, Path labels, List<String> lines)
      throws IOException {
    String header = columns(lines).get(0);
    if (!header.isEmpty() && Files.isRegularFile(directory.resolve(header))) {
      throw new IOException(labels + " line 1: no header line, but the image " + header);
    }
  }

  /** The names in the header line. */
  static List<String> columns(List<String> lines) {
    return Stream.of(lines.get(0).replace("\uFEFF", "").split("\t", -1))
        .map(String::strip)
        .toList();
  }

  static List<String> lines(Path labels) throws IOException {
    try {
      return Files.readAllLines(labels, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IOException(labels + " does not exist", e);
    } catch (CharacterCodingException e) {
      throw new IOException(labels + " is not UTF-8", e);
    }
  }

  static Entry entry(Path directory, String[] columns, int recipe, String where)
      throws IOException {
    String file = columns[0].strip();
    String number = columns.length > 1 ? columns[1].strip() : "";
    if (file.isEmpty()) {
      throw new IOException(where + "the first column, the file, is empty");
    }
    if (!number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IOException(where + "'" + number + "' is no number of decimal digits");
    }
    String kind = recipe >= 2 && recipe < columns.length ? columns[recipe].strip() : "";
    return new Entry(file, directory.resolve(file), number, kind);
  }
}
