package dev.icrstreams.wire.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.icrstreams.avro.Correction;
import dev.icrstreams.avro.Outcome;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.config.SchemaRegistryKeys;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.support.RegistryRecords;
import dev.icrstreams.support.RegistryServer;
import dev.icrstreams.wire.InputDecoder;
import dev.icrstreams.wire.RecordFormat;
import dev.icrstreams.wire.SingleObjectSerializer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real registry. */
@Timeout(120)
class SchemaRegistryTest {
  private static final Origin ORIGIN = new Origin("fields", 0, 7);
  private static final byte[] KEY = "amount-17".getBytes(StandardCharsets.UTF_8);
  private static final byte[] IMAGE = {(byte) 0x89, 'P', 'N', 'G'};
  private static final String NOBODY = "http://127.0.0.1:1/apis/ccompat/v7";

  private static RegistryServer server;

  @BeforeAll
  static void start() {
    server = RegistryServer.running();
  }

  @Test
  void writesConfluentsWireFormatWithASchemaThatIsFreeOfJava() throws Exception {
    Config config = config("wire");
    new RegisteredSchemas(config, new SchemaRegistry(config)).register();
    byte[] bytes =
        RecordFormat.of(config)
            .<Correction>serializer()
            .serialize(config.get(Keys.CORRECTIONS), correction());
    assertEquals(0, bytes[0]);
    int id = ByteBuffer.wrap(bytes).getInt(1);
    String answer = server.get("/schemas/ids/" + id);
    assertFalse(answer.contains("avro.java"), answer);
    assertTrue(answer.contains("person's answer"), answer);
    Schema schema =
        SchemaParser.parseSingle(new ObjectMapper().readTree(answer).path("schema").asText());
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(schema)
            .read(
                null,
                DecoderFactory.get()
                    .binaryDecoder(Arrays.copyOfRange(bytes, 5, bytes.length), null));
    assertEquals("0471", read.get("number").toString());
    assertEquals(
        correction(),
        RecordFormat.of(config).deserializer(Correction.class).deserialize("", bytes));
  }

  @Test
  void readsFieldsOfProducersOfOtherVersionsAndInSingleObjectEncoding() {
    Config config = config("versions");
    InputDecoder decoder = new InputDecoder(config, RecordFormat.of(config));
    for (Schema schema :
        new Schema[] {
          RegistryRecords.older(), RegistryRecords.current(), RegistryRecords.newer()
        }) {
      int id = server.register("versions-value", schema.toString());
      byte[] value = RegistryRecords.framed(id, RegistryRecords.field(schema, "amount-17", IMAGE));
      ScannedField field = decoder.decode(ORIGIN, KEY, value, new RecordHeaders());
      assertEquals("amount-17", field.fieldId());
      assertArrayEquals(IMAGE, field.image());
    }
    byte[] single =
        new SingleObjectSerializer<dev.icrstreams.avro.ScannedField>()
            .encode(
                dev.icrstreams.avro.ScannedField.newBuilder()
                    .setFieldId("amount-17")
                    .setImage(ByteBuffer.wrap(IMAGE))
                    .build());
    assertArrayEquals(IMAGE, decoder.decode(ORIGIN, KEY, single, new RecordHeaders()).image());
  }

  @Test
  void readsFieldsWhoseSchemaRefersToOthers() throws Exception {
    Schema current = RegistryRecords.current();
    Schema constraints = current.getField("constraints").schema().getTypes().get(1);
    server.register("constraints-value", constraints.toString());
    var body = JsonNodeFactory.instance.objectNode();
    // the file names the schema of constraints, it does not hold it
    body.put("schema", Files.readString(Path.of("schemas", "ScannedField.avsc")));
    body.putArray("references")
        .addObject()
        .put("name", constraints.getFullName())
        .put("subject", "constraints-value")
        .put("version", 1);
    int id = server.post("/subjects/referring-value/versions", body.toString());
    Config config = config("references");
    byte[] value = RegistryRecords.framed(id, RegistryRecords.field(current, "amount-17", IMAGE));
    assertArrayEquals(
        IMAGE,
        new InputDecoder(config, RecordFormat.of(config))
            .decode(ORIGIN, KEY, value, new RecordHeaders())
            .image());
  }

  @Test
  void whatTheRegistryDoesNotHaveOrIsNoFieldIsCorrupt() {
    Config config = config("corrupt");
    InputDecoder decoder = new InputDecoder(config, RecordFormat.of(config));
    byte[] good =
        RegistryRecords.framed(
            999_999, RegistryRecords.field(RegistryRecords.current(), "amount-17", IMAGE));
    var unknown = assertThrows(RejectedFieldException.class, () -> decode(decoder, good));
    assertEquals(ErrorCode.CORRUPT_AVRO, unknown.code());
    assertTrue(unknown.getMessage().contains("999999"), unknown.getMessage());

    int other =
        server.register("other-value", "{\"type\":\"record\",\"name\":\"X\",\"fields\":[]}");
    byte[] otherwise = ByteBuffer.wrap(good.clone()).putInt(1, other).array();
    assertEquals(
        ErrorCode.CORRUPT_AVRO,
        assertThrows(RejectedFieldException.class, () -> decode(decoder, otherwise)).code());
    assertEquals(
        ErrorCode.CORRUPT_AVRO,
        assertThrows(RejectedFieldException.class, () -> decode(decoder, new byte[] {0, 0, 1}))
            .code());
    Config none = config.with(SchemaRegistryKeys.URL, "");
    InputDecoder without = new InputDecoder(none, RecordFormat.of(none));
    assertEquals(
        ErrorCode.UNKNOWN_FORMAT,
        assertThrows(RejectedFieldException.class, () -> decode(without, good)).code());
  }

  @Test
  void aRegistryThatDoesNotAnswerIsWaitedForAndNeverTheRecordsFault() {
    for (String url : new String[] {NOBODY, server.url().replace("/ccompat/v7", "/nothing-here")}) {
      Config config =
          config("silent")
              .with(SchemaRegistryKeys.URL, url)
              .with(SchemaRegistryKeys.WAIT_SECONDS, "1");
      InputDecoder decoder = new InputDecoder(config, RecordFormat.of(config));
      byte[] value =
          RegistryRecords.framed(
              1, RegistryRecords.field(RegistryRecords.current(), "amount-17", IMAGE));
      long begun = System.nanoTime();
      var silence = assertThrows(RegistryException.class, () -> decode(decoder, value));
      assertTrue(System.nanoTime() - begun >= TimeUnit.SECONDS.toNanos(1), silence.toString());
      assertTrue(silence.getMessage().contains(url), silence.getMessage());
    }
  }

  @Test
  void closingEndsTheWaiting() throws Exception {
    Config config = config("closing").with(SchemaRegistryKeys.URL, NOBODY);
    SchemaRegistry registry = new SchemaRegistry(config);
    CompletableFuture<Schema> waiting = CompletableFuture.supplyAsync(() -> registry.schema(1));
    Thread.sleep(300);
    assertFalse(waiting.isDone());
    registry.close();
    var end =
        assertThrows(
            java.util.concurrent.ExecutionException.class, () -> waiting.get(30, TimeUnit.SECONDS));
    assertTrue(end.getCause() instanceof RegistryException, end.toString());
  }

  private static void decode(InputDecoder decoder, byte[] value) {
    decoder.decode(ORIGIN, KEY, value, new RecordHeaders());
  }

  private static Config config(String name) {
    return Config.defaults()
        .with(SchemaRegistryKeys.URL, server.url())
        .with(Keys.SCANNED_FIELDS, name)
        .with(Keys.CORRECTIONS, name + ".corrections")
        .with(Keys.RECOGNIZED_NUMBERS, name + ".numbers")
        .with(Keys.REVIEW_ITEMS, name + ".items");
  }

  private static Correction correction() {
    return Correction.newBuilder()
        .setFieldId("amount-17")
        .setInputTopic("icr.scanned-fields")
        .setInputPartition(3)
        .setInputOffset(42)
        .setVerdict(Outcome.NUMBER)
        .setNumber("0471")
        .setDecidedAt(Instant.parse("2026-03-04T05:06:07.089Z"))
        .build();
  }
}
