package dev.icrstreams.cli.input;

import dev.icrstreams.field.ConstraintsText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fields as files with a manifest, which {@code read} and {@code produce} take; instead of sending
 * them.
 */
public final class CutFolder {
  private static final String MANIFEST = "manifest.tsv";

  private final Path folder;
  private final List<String> lines = new ArrayList<>();

  /** Makes the folder where there is none. */
  public CutFolder(Path folder) {
    this.folder = folder;
    lines.add("file\tid\tform\tfield\t" + String.join("\t", ConstraintsText.NAMES));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannot(folder, e);
    }
  }

  /** Writes a field; the file's name is the id with what no file name may hold replaced. */
  public Path add(Outgoing field) {
    Path file = folder.resolve(field.id().replaceAll("[/#\\\\:*?\"<>|\\s]+", "-") + ".png");
    try {
      Files.write(file, field.image());
    } catch (IOException e) {
      throw cannot(file, e);
    }
    List<String> cells =
        new ArrayList<>(
            List.of(file.getFileName().toString(), field.id(), field.form(), field.field()));
    Map<String, String> constraints = ConstraintsText.of(field.constraints());
    ConstraintsText.NAMES.forEach(name -> cells.add(constraints.getOrDefault(name, "")));
    lines.add(String.join("\t", cells));
    return file;
  }

  /** Writes the manifest of all that was added. */
  public void finish() {
    Path file = folder.resolve(MANIFEST);
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw cannot(file, e);
    }
  }

  private static UncheckedIOException cannot(Path path, IOException e) {
    return new UncheckedIOException("cannot write " + path + ": " + e, e);
  }
}
