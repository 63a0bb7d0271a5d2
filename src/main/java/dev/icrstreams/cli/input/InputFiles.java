package dev.icrstreams.cli.input;

import dev.icrstreams.config.ConfigException;
import dev.icrstreams.data.Manifest;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ConstraintsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The images that a command works on: files, folders, a manifest. A folder stands for every regular
 * file directly in it but hidden ones and {@code *.tsv}, {@code *.json}, {@code *.md}.
 */
public final class InputFiles {
  private static final List<String> NO_IMAGES = List.of(".tsv", ".json", ".md");

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "Image files and folders. Of a folder, every file directly in it but hidden ones and"
              + " *.tsv, *.json, *.md.")
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "A TSV with a header line: file, and any of id, form, field, min_digits, max_digits,"
              + " regex, check, min, max, allowed, attr.NAME. Without a PATH its files are taken, relative to"
              + " its folder; with PATHs it describes those of the same name.")
  private Path manifestFile;

  @Mixin private ConstraintOptions constraintOptions;

  /**
   * One image file and what is known of it.
   *
   * @param file where it is
   * @param row what a manifest says, or just the file's name
   * @param common constraints that hold where the row has none
   */
  public record Input(Path file, Manifest.Row row, Constraints common) {
    public String id() {
      return row.id();
    }

    /**
     * What the number must satisfy.
     *
     * @throws dev.icrstreams.field.RejectedFieldException if the manifest's make no sense
     */
    public Constraints constraints() {
      return row.constraints().values().stream().allMatch(String::isBlank)
          ? common
          : ConstraintsText.parse(row.constraints());
    }
  }

  /**
   * All inputs, in the order of the command line or the manifest, folders by name.
   *
   * @throws ConfigException if there is nothing to work on or the manifest is wrong
   */
  public List<Input> inputs() {
    Constraints common = constraintOptions.constraints();
    Optional<Manifest> manifest = Optional.ofNullable(manifestFile).map(InputFiles::manifest);
    List<Input> inputs = new ArrayList<>();
    if (paths.isEmpty()) {
      Manifest all =
          manifest.orElseThrow(() -> new ConfigException("name at least one PATH or a --manifest"));
      for (Manifest.Row row : all.rows()) {
        inputs.add(new Input(manifestFile.resolveSibling(row.file()), row, common));
      }
      return inputs;
    }
    for (Path path : paths) {
      for (Path file : Files.isDirectory(path) ? imagesIn(path) : List.of(path)) {
        String name = file.getFileName().toString();
        Manifest.Row row = manifest.flatMap(m -> m.rowFor(name)).orElseGet(() -> plain(name));
        inputs.add(new Input(file, row, common));
      }
    }
    return inputs;
  }

  private static Manifest.Row plain(String name) {
    return new Manifest.Row(name, name, "", "", Map.of(), Map.of());
  }

  private static Manifest manifest(Path file) {
    try {
      return Manifest.read(file);
    } catch (IOException e) {
      throw new ConfigException("cannot use the manifest: " + e.getMessage());
    }
  }

  private static List<Path> imagesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(InputFiles::isImage).sorted().toList();
    } catch (IOException e) {
      throw new ConfigException("cannot list " + folder + ": " + e.getMessage());
    }
  }

  private static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && NO_IMAGES.stream().noneMatch(name::endsWith);
  }
}
