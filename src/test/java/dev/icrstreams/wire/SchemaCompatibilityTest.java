package dev.icrstreams.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;

/**
 * Every schema against every released version of it, in both directions (FULL_TRANSITIVE). The
 * service reads fields and corrections of producers that were upgraded before it or after it;
 * consumers old and new read its answers, those of years ago included; and in a rolling upgrade two
 * versions work side by side.
 */
class SchemaCompatibilityTest {
  private static final String ADVICE =
      "\nA released schema is a promise. Give a new field a default, a new symbol's enum a default;"
          + " leave what is there where it is, under its name and type: docs/schemas.md.";

  @Test
  void everySchemaReadsAndIsReadByEveryReleasedOne() throws IOException {
    Map<String, Schema> now = SchemaFiles.in(SchemaFiles.NOW);
    List<String> broken = new ArrayList<>();
    for (Path release : SchemaFiles.releases()) {
      SchemaFiles.in(release)
          .forEach(
              (name, then) -> broken.addAll(incompatibilities(name, release, then, now.get(name))));
    }
    assertTrue(broken.isEmpty(), () -> String.join("\n", broken) + ADVICE);
  }

  @Test
  void aChangeThatBreaksSomebodyIsNamed() {
    Schema then = record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"}");
    Schema without = record("{\"name\":\"a\",\"type\":\"string\"}");
    Schema required =
        record(
            "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"},"
                + "{\"name\":\"c\",\"type\":\"int\"}");
    Schema optional =
        record(
            "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"},"
                + "{\"name\":\"c\",\"type\":\"int\",\"default\":0}");
    assertTrue(only(then, without).contains("version 1 cannot read what is written now"));
    assertTrue(only(then, without).contains("b"), only(then, without));
    assertTrue(only(then, required).contains("what version 1 wrote cannot be read now"));
    assertTrue(incompatibilities("R", Path.of("1"), then, optional).isEmpty());
    assertTrue(only(then, null).contains("is gone"));
  }

  @Test
  void releasedSchemasAreAsTheyWereReleased() throws Exception {
    Map<String, String> promised = new TreeMap<>();
    for (String line : Files.readAllLines(SchemaFiles.RELEASED.resolve("SHA256SUMS"))) {
      promised.put(line.substring(66), line.substring(0, 64));
    }
    Map<String, String> found = new TreeMap<>();
    for (Path release : SchemaFiles.releases()) {
      for (Path file : SchemaFiles.files(release)) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        String name = release.getFileName() + "/" + file.getFileName();
        found.put(name, HexFormat.of().formatHex(hash));
      }
    }
    assertFalse(promised.isEmpty());
    assertEquals(
        promised,
        found,
        "what is released does not change; change schemas/*.avsc and release that:"
            + " docs/schemas.md");
  }

  private static String only(Schema then, Schema now) {
    List<String> lines = incompatibilities("R", Path.of("1"), then, now);
    assertEquals(1, lines.size(), lines.toString());
    return lines.get(0);
  }

  private static List<String> incompatibilities(
      String name, Path release, Schema then, Schema now) {
    String version = "version " + release.getFileName();
    List<String> lines = new ArrayList<>();
    if (now == null) {
      lines.add(name + " of " + version + " is gone");
      return lines;
    }
    String forward = problems(then, now);
    if (!forward.isEmpty()) {
      lines.add(name + ": " + version + " cannot read what is written now: " + forward);
    }
    String backward = problems(now, then);
    if (!backward.isEmpty()) {
      lines.add(name + ": what " + version + " wrote cannot be read now: " + backward);
    }
    return lines;
  }

  private static String problems(Schema reader, Schema writer) {
    var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getResult();
    return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
        ? ""
        : result.getIncompatibilities().stream()
            .map(it -> it.getType() + " at " + it.getLocation() + " (" + it.getMessage() + ")")
            .collect(Collectors.joining("; "));
  }

  private static Schema record(String fields) {
    return SchemaParser.parseSingle(
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
  }
}
