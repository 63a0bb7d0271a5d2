package dev.icrstreams.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas of the checkout, now and as they were released. */
final class SchemaFiles {
  static final Path NOW = Path.of("schemas");
  static final Path RELEASED = NOW.resolve("released");

  private SchemaFiles() {}

  /** The schemas in the files of a folder, by their names. */
  static Map<String, Schema> in(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(folder)) {
      texts.put(file.getFileName().toString().replace(".avsc", ""), Files.readString(file));
    }
    Map<String, Schema> schemas = new TreeMap<>();
    SchemaSet.parse(texts).forEach(schema -> schemas.put(schema.getName(), schema));
    assertEquals(texts.keySet(), schemas.keySet(), "a file is named as the schema in it");
    return schemas;
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList();
    }
  }

  /** The folders of all releases. */
  static List<Path> releases() throws IOException {
    try (Stream<Path> files = Files.list(RELEASED)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }
}
