package dev.icrstreams.synth;

import dev.icrstreams.field.Box;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes fields into a folder: an image file each, and {@code labels.tsv} with the columns file,
 * number, recipe and digit boxes ({@code [[x,y,w,h],…]} in pixels, from left to right). Not
 * thread-safe.
 */
public final class FieldWriter implements AutoCloseable {
  private final Path directory;
  private final BufferedWriter labels;

  /**
   * Makes the folder where there is none and starts its labels anew.
   *
   * @throws IOException if it cannot be written to
   */
  public FieldWriter(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    labels = Files.newBufferedWriter(directory.resolve("labels.tsv"), StandardCharsets.UTF_8);
    labels.write("file\tnumber\trecipe\tboxes\n");
  }

  /** Writes one field. */
  public void write(LabelledField field) throws IOException {
    Files.write(directory.resolve(field.file()), field.image());
    labels.write(
        String.join("\t", field.file(), field.number(), field.recipe().label(), boxes(field))
            + "\n");
  }

  @Override
  public void close() throws IOException {
    labels.close();
  }

  private static String boxes(LabelledField field) {
    return field.digitBoxes().stream()
        .map(FieldWriter::text)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String text(Box box) {
    return "[" + box.x() + "," + box.y() + "," + box.width() + "," + box.height() + "]";
  }
}
