package dev.icrstreams.stream.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.Source;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Correction;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.FieldListener;
import dev.icrstreams.field.Origin;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.RejectedFieldException;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.stream.IcrTopology;
import dev.icrstreams.stream.StreamsProperties;
import dev.icrstreams.stream.failure.Poison;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.wire.CorrectionCodec;
import dev.icrstreams.wire.DeadLetterHeaders;
import dev.icrstreams.wire.RecordFormat;
import dev.icrstreams.wire.SingleObjectDeserializer;
import dev.icrstreams.wire.SingleObjectSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerProcessorTest {
  private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");
  private static final CorrectionCodec CODEC =
      new CorrectionCodec(ReadSamples.CONFIG, RecordFormat.of(ReadSamples.CONFIG));

  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> corrections;
  private TestOutputTopic<String, RecognizedNumber> recognized;
  private TestOutputTopic<byte[], byte[]> rejected;

  @BeforeEach
  void start() {
    var config = ReadSamples.CONFIG;
    driver =
        new TopologyTestDriver(
            IcrTopology.of(config, StageListener.NONE), StreamsProperties.of(config));
    var bytes = new ByteArraySerializer();
    corrections = driver.createInputTopic(config.get(Keys.CORRECTIONS), bytes, bytes);
    recognized =
        driver.createOutputTopic(
            config.get(Keys.RECOGNIZED_NUMBERS),
            new StringDeserializer(),
            new SingleObjectDeserializer<>(RecognizedNumber.class));
    rejected =
        driver.createOutputTopic(
            config.get(Keys.REJECTED_FIELDS),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void aCorrectionBecomesTheFieldsAnswer() {
    corrections.pipeInput(utf8("zip-1"), CODEC.encode(correction("zip-1", "0471")));
    TestRecord<String, RecognizedNumber> out = recognized.readRecord();
    assertEquals("zip-1", out.key());
    RecognizedNumber number = out.value();
    assertEquals("0471", number.getNumber());
    assertEquals(dev.icrstreams.avro.Outcome.NUMBER, number.getOutcome());
    assertEquals(Source.HUMAN, number.getSource());
    assertEquals(1, number.getConfidence());
    assertEquals("form-9", number.getFormId());
    assertEquals("zip", number.getFieldName());
    assertEquals("icr.scanned-fields", number.getInputTopic());
    assertEquals(3, number.getInputPartition());
    assertEquals(42, number.getInputOffset());
    assertEquals("abc", number.getImageSha256());
    assertEquals("cnn-1", number.getModelVersion());
    assertEquals(AT, number.getRecognizedAt());
    assertTrue(rejected.isEmpty());
  }

  @Test
  void whatIsNoCorrectionIsDeadLetteredWithItsBytes() {
    byte[] good = CODEC.encode(correction("zip-1", "7"));
    assertRejected(ErrorCode.EMPTY, "zip-1", new byte[0]);
    assertRejected(ErrorCode.CORRUPT_AVRO, "zip-1", utf8("not avro at all"));
    assertRejected(ErrorCode.BAD_ID, "zip-2", good);
    assertRejected(ErrorCode.INVALID_CORRECTION, "zip-1", raw("4a", "NUMBER"));
    assertRejected(ErrorCode.INVALID_CORRECTION, "zip-1", raw("", "NUMBER"));
    assertRejected(ErrorCode.INVALID_CORRECTION, "zip-1", raw("4", "BLANK"));
    assertRejected(ErrorCode.INVALID_CORRECTION, "zip-1", raw("4", "UNKNOWN"));

    corrections.pipeInput(utf8("zip-1"), good);
    assertEquals("7", recognized.readValue().getNumber());
    assertTrue(recognized.isEmpty());
  }

  @Test
  void aCorrectionOnWhichTwoThreadsDiedIsPoison() {
    AtomicInteger attempts = new AtomicInteger();
    List<String> killed = new ArrayList<>();
    FieldListener dying =
        new FieldListener() {
          @Override
          public void corrected(Outcome verdict) {
            attempts.incrementAndGet();
            throw new InternalError("simulated native failure");
          }

          @Override
          public void killed(String topic) {
            killed.add(topic);
          }
        };
    Poison poison = new Poison();
    var record =
        new Record<>(utf8("zip-1"), CODEC.encode(correction("zip-1", "7")), AT.toEpochMilli());
    for (int thread = 0; thread < 2; thread++) {
      AnswerProcessor answer = answering(poison, dying);
      assertThrows(InternalError.class, () -> answer.process(record));
    }
    AnswerProcessor third = answering(poison, dying);
    var e = assertThrows(RejectedFieldException.class, () -> third.process(record));
    assertEquals(ErrorCode.POISON, e.code());
    assertEquals(2, attempts.get());
    assertEquals(List.of("icr.corrections", "icr.corrections"), killed);
  }

  /** As a thread has it that takes over: the same record comes again. */
  private static AnswerProcessor answering(Poison poison, FieldListener fields) {
    var context = new MockProcessorContext<byte[], byte[]>();
    context.setRecordMetadata("icr.corrections", 0, 7);
    AnswerProcessor answer =
        new AnswerProcessor(
            ReadSamples.CONFIG, RecordFormat.of(ReadSamples.CONFIG), poison, fields);
    answer.init(context);
    return answer;
  }

  private void assertRejected(ErrorCode code, String key, byte[] value) {
    corrections.pipeInput(utf8(key), value);
    TestRecord<byte[], byte[]> letter = rejected.readRecord();
    assertEquals(code.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertEquals("icr.corrections", header(letter, DeadLetterHeaders.TOPIC));
    assertArrayEquals(value, letter.value());
  }

  private static byte[] raw(String number, String verdict) {
    return new SingleObjectSerializer<dev.icrstreams.avro.Correction>()
        .encode(
            dev.icrstreams.avro.Correction.newBuilder()
                .setFieldId("zip-1")
                .setInputTopic("icr.scanned-fields")
                .setInputPartition(0)
                .setInputOffset(1)
                .setVerdict(dev.icrstreams.avro.Outcome.valueOf(verdict))
                .setNumber(number)
                .setDecidedAt(AT)
                .build());
  }

  private static Correction correction(String id, String number) {
    return new Correction(
        id,
        "form-9",
        "zip",
        new Origin("icr.scanned-fields", 3, 42),
        "abc",
        "cnn-1",
        Outcome.NUMBER,
        number,
        "ada",
        AT);
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
