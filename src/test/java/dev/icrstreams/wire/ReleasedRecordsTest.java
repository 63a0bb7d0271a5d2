package dev.icrstreams.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.icrstreams.config.Config;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.ScannedField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Bytes that every release wrote, kept as files, are read today. With {@code -Dicr.release=VERSION}
 * they are written, once, for a version that is being released.
 */
class ReleasedRecordsTest {
  private static final Path FOLDER = Path.of("src/test/resources/released");
  private static final Origin ORIGIN = new Origin("icr.scanned-fields", 0, 7);
  private static final byte[] KEY = "amount-17".getBytes(StandardCharsets.UTF_8);

  @BeforeAll
  static void writeThoseOfThisRelease() throws IOException {
    String version = System.getProperty("icr.release", "");
    Path folder = FOLDER.resolve(version);
    if (!version.isEmpty() && Files.notExists(folder)) {
      Files.createDirectories(folder);
      for (SpecificRecord specimen : Specimens.all()) {
        byte[] bytes = new SingleObjectSerializer<>().encode(specimen);
        Path file = folder.resolve(specimen.getSchema().getName() + ".hex");
        Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
      }
    }
  }

  @Test
  void recordsOfEveryReleaseAreReadToTheLastField() throws IOException {
    for (Path release : SchemaFiles.releases()) {
      Path folder = FOLDER.resolve(release.getFileName());
      for (SpecificRecord specimen : Specimens.all()) {
        Path file = folder.resolve(specimen.getSchema().getName() + ".hex");
        assertEquals(specimen, read(specimen.getClass(), file), file.toString());
      }
    }
  }

  @Test
  void theServiceTakesWhatEveryReleaseWrote() throws IOException {
    Config config = Config.defaults();
    RecordFormat format = RecordFormat.of(config);
    InputDecoder decoder = new InputDecoder(config, format);
    CorrectionCodec codec = new CorrectionCodec(config, format);
    for (Path release : SchemaFiles.releases()) {
      Path folder = FOLDER.resolve(release.getFileName());
      byte[] field = bytes(folder.resolve("ScannedField.hex"));
      ScannedField read = decoder.decode(ORIGIN, KEY, field, new RecordHeaders());
      assertEquals("amount", read.fieldName());
      assertEquals("accounts", read.constraints().allowed());
      assertArrayEquals(FromAvro.bytes(Specimens.field().getImage()), read.image());
      Correction correction = codec.decode(KEY, bytes(folder.resolve("Correction.hex")));
      assertEquals("0471", correction.number());
      assertEquals("ada", correction.reviewer());
    }
  }

  @Test
  void aRecordIsReadByItsFingerprintIfItsSchemaWasEverReleased() throws IOException {
    Schema older =
        SchemaParser.parseSingle(
            "{\"type\":\"record\",\"name\":\"Box\",\"namespace\":\"dev.icrstreams.avro\",\"fields\":"
                + "[{\"name\":\"height\",\"type\":\"int\"},{\"name\":\"width\",\"type\":\"int\"},"
                + "{\"name\":\"y\",\"type\":\"int\"},{\"name\":\"x\",\"type\":\"int\"}]}");
    GenericRecord box =
        new GenericRecordBuilder(older)
            .set("x", 1)
            .set("y", 2)
            .set("width", 3)
            .set("height", 4)
            .build();
    var buffer = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), older).encode(box);
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    Class<dev.icrstreams.avro.Box> type = dev.icrstreams.avro.Box.class;
    assertEquals(
        new dev.icrstreams.avro.Box(1, 2, 3, 4),
        new SingleObjectDeserializer<>(type, List.of(older)).decode(bytes));
    assertEquals(
        SchemaFiles.releases().size(), ReleasedSchemas.named(type.getName()).size(), "in the jar");
    var unaware = new SingleObjectDeserializer<>(type);
    assertThrows(SerializationException.class, () -> unaware.decode(bytes));
  }

  private static <T extends SpecificRecord> T read(Class<T> type, Path file) throws IOException {
    return new SingleObjectDeserializer<>(type).decode(bytes(file));
  }

  private static byte[] bytes(Path file) throws IOException {
    return HexFormat.of().parseHex(Files.readString(file).strip());
  }
}
