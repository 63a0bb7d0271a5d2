package dev.icrstreams.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.icrstreams.field.Box;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The labels of a {@link LabelledFolder} as something to learn from: a line that cannot be used
 * does not keep the others from being used, but is noted. A column {@code boxes} may say where the
 * digits stand, as {@code icr synth} writes it: {@code [[x,y,w,h],…]} in pixels, one a digit, from
 * left to right.
 *
 * @param labels the file
 * @param fields in the order of their lines
 * @param skipped what cannot be used
 */
public record LabelledFields(Path labels, List<Field> fields, List<Skipped> skipped) {
  private static final Set<String> BOXES = Set.of("boxes", "digit_boxes_xywh");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One labelled image.
   *
   * @param file as the labels name it
   * @param path where it should be
   * @param number decimal digits; empty if the field holds no number
   * @param boxes of its digits, from left to right; empty if the labels do not tell
   */
  public record Field(String file, Path path, String number, List<Box> boxes) {
    /** Copies the list. */
    public Field {
      boxes = List.copyOf(boxes);
    }
  }

  /**
   * What cannot be used.
   *
   * @param file as the labels name it, or their line if they name none
   * @param reason why, for people
   */
  public record Skipped(String file, String reason) {}

  /** Copies the lists. */
  public LabelledFields {
    fields = List.copyOf(fields);
    skipped = List.copyOf(skipped);
  }

  /**
   * Reads {@code labels.tsv} in a folder.
   *
   * @throws IOException if it cannot be read, has no header or lists nothing; the message names it
   */
  public static LabelledFields read(Path directory) throws IOException {
    Path labels = directory.resolve("labels.tsv");
    List<String> lines = LabelledFolder.lines(labels);
    if (lines.stream().skip(1).allMatch(String::isBlank)) {
      throw new IOException(labels + " lists no image");
    }
    LabelledFolder.refuseImageAsHeader(directory, labels, lines);
    List<String> columns = LabelledFolder.columns(lines);
    int boxes =
        Stream.iterate(0, i -> i + 1)
            .limit(columns.size())
            .filter(i -> i >= 2 && BOXES.contains(columns.get(i)))
            .findFirst()
            .orElse(-1);
    List<Field> fields = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    Set<String> files = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split("\t", -1);
      String file = cells[0].isBlank() ? "line " + (i + 1) : cells[0].strip();
      try {
        LabelledFolder.Entry entry = LabelledFolder.entry(directory, cells, -1, "");
        if (!files.add(file)) {
          throw new IOException("it is listed twice; the first line counts");
        }
        String where = boxes < 0 || boxes >= cells.length ? "" : cells[boxes].strip();
        fields.add(new Field(file, entry.path(), entry.number(), boxes(where, entry.number())));
      } catch (IOException e) {
        skipped.add(new Skipped(file, e.getMessage()));
      }
    }
    return new LabelledFields(labels, fields, skipped);
  }

  private static List<Box> boxes(String cell, String number) throws IOException {
    if (cell.isEmpty() || number.isEmpty()) {
      return List.of();
    }
    int[][] numbers;
    try {
      numbers = JSON.readValue(cell, int[][].class);
    } catch (JsonProcessingException e) {
      throw new IOException("its boxes are not [[x,y,w,h],…]", e);
    }
    List<Box> boxes = new ArrayList<>();
    for (int[] box : numbers) {
      if (box == null || box.length != 4 || box[2] < 1 || box[3] < 1) {
        throw new IOException("its boxes are not [[x,y,w,h],…] with sides of a pixel at least");
      }
      boxes.add(new Box(box[0], box[1], box[2], box[3]));
    }
    if (!boxes.isEmpty() && boxes.size() != number.length()) {
      throw new IOException(boxes.size() + " boxes for " + number.length() + " digits");
    }
    return boxes;
  }
}
