package dev.icrstreams.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * The schemas of all releases, so that records in single-object encoding, which name their schema
 * by its fingerprint alone, can be read for ever. Threads may share it.
 */
final class ReleasedSchemas {
  private static final String FOLDER = "/schemas/released/";
  private static final String LIST = "SHA256SUMS";
  private static final List<Schema> ALL = load();

  private ReleasedSchemas() {}

  /** Every released schema of that full name, the oldest first. */
  static List<Schema> named(String fullName) {
    return ALL.stream().filter(schema -> schema.getFullName().equals(fullName)).toList();
  }

  private static List<Schema> load() {
    Map<String, Map<String, String>> versions = new LinkedHashMap<>();
    for (String line : text(LIST).lines().toList()) {
      // a line is a check sum, two blanks, and version/name.avsc
      String file = line.substring(line.lastIndexOf(' ') + 1);
      int slash = file.indexOf('/');
      String name = file.substring(slash + 1).replace(".avsc", "");
      versions
          .computeIfAbsent(file.substring(0, slash), it -> new TreeMap<>())
          .put(name, text(file));
    }
    return versions.values().stream().flatMap(texts -> SchemaSet.parse(texts).stream()).toList();
  }

  private static String text(String file) {
    try (InputStream in = ReleasedSchemas.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + FOLDER + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
