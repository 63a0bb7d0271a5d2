package dev.icrstreams.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.avro.Outcome;
import dev.icrstreams.avro.ReasonCode;
import dev.icrstreams.avro.RecognizedNumber;
import dev.icrstreams.avro.ReviewItem;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ConstraintsText;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.ScannedField;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.DeadLetterHeaders;
import dev.icrstreams.wire.FieldHeaders;
import dev.icrstreams.wire.SingleObjectDeserializer;
import dev.icrstreams.wire.SingleObjectSerializer;
import dev.icrstreams.wire.ToAvro;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcrTopologyTest {
  private static final Config CONFIG = ReadSamples.CONFIG;

  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> scanned;
  private TestOutputTopic<String, RecognizedNumber> recognized;
  private TestOutputTopic<String, ReviewItem> review;
  private TestOutputTopic<byte[], byte[]> rejected;

  @BeforeEach
  void start() {
    start(CONFIG);
  }

  private void start(Config config) {
    driver =
        new TopologyTestDriver(
            IcrTopology.of(config, StageListener.NONE), StreamsProperties.of(config));
    var bytes = new ByteArraySerializer();
    scanned = driver.createInputTopic(CONFIG.get(Keys.SCANNED_FIELDS), bytes, bytes);
    recognized =
        driver.createOutputTopic(
            CONFIG.get(Keys.RECOGNIZED_NUMBERS),
            new StringDeserializer(),
            new SingleObjectDeserializer<>(RecognizedNumber.class));
    review =
        driver.createOutputTopic(
            CONFIG.get(Keys.REVIEW_ITEMS),
            new StringDeserializer(),
            new SingleObjectDeserializer<>(ReviewItem.class));
    rejected =
        driver.createOutputTopic(
            CONFIG.get(Keys.REJECTED_FIELDS),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void readsARawImageUnderItsKey() {
    Samples.Sample sample = accepted();
    scanned.pipeInput(utf8("scan-7"), sample.image());
    TestRecord<String, RecognizedNumber> out = recognized.readRecord();
    assertEquals("scan-7", out.key());
    RecognizedNumber number = out.value();
    assertEquals("scan-7", number.getFieldId());
    assertEquals(Outcome.NUMBER, number.getOutcome());
    assertEquals(sample.number(), number.getNumber());
    assertEquals(sample.number().length(), number.getDigits().size());
    assertEquals(CONFIG.get(Keys.SCANNED_FIELDS), number.getInputTopic());
    assertEquals(0, number.getInputOffset());
    assertEquals(64, number.getImageSha256().length());
    assertFalse(number.getModelVersion().isEmpty());
    assertNothingElse();
  }

  @Test
  void aRawImageWithoutAKeyIsCalledByItsPosition() {
    scanned.pipeInput((byte[]) null, accepted().image());
    assertEquals("icr.scanned-fields-0-0", recognized.readValue().getFieldId());
  }

  @Test
  void readsAnAvroFieldAndHandsItsMetadataThrough() {
    Samples.Sample sample = accepted();
    scanned.pipeInput(utf8("zip-1"), avro("zip-1", sample, Constraints.NONE));
    RecognizedNumber number = recognized.readValue();
    assertEquals(sample.number(), number.getNumber());
    assertEquals("form-9", number.getFormId());
    assertEquals("zip", number.getFieldName());
    assertEquals(Map.of("batch", "monday"), number.getAttributes());
    assertNothingElse();
  }

  @Test
  void takesConstraintsOfARawImageFromHeaders() {
    Samples.Sample sample = accepted();
    Headers headers = new RecordHeaders();
    Constraints tooLong =
        ConstraintsText.parse(Map.of("min_digits", "" + (sample.number().length() + 5)));
    FieldHeaders.add(headers, "form-9", "zip", tooLong, Map.of("batch", "monday"));
    scanned.pipeInput(new TestRecord<>(utf8("scan-7"), sample.image(), headers));
    ReviewItem item = review.readValue();
    assertEquals("form-9", item.getFormId());
    assertEquals("zip", item.getFieldName());
    assertEquals(Map.of("batch", "monday"), item.getAttributes());
    assertEquals(sample.number(), item.getNumber());
    assertEquals(ReasonCode.CONSTRAINT_VIOLATED, item.getReasons().get(0).getCode());
    assertTrue(item.getReasons().get(0).getDetail().startsWith("at least"));
    assertEquals(tooLong.minDigits(), item.getConstraints().getMinDigits());
    assertNothingElse();
  }

  @Test
  void holdsANumberAgainstTheListThatItsRecordNames(@TempDir Path folder) throws IOException {
    Samples.Sample sample = accepted();
    stop();
    Path right = Files.writeString(folder.resolve("right"), "# ours\n" + sample.number() + "\n");
    Path wrong = Files.writeString(folder.resolve("wrong"), "1".repeat(40) + "\n");
    start(
        CONFIG.with(
            Map.of("icr.allowed.ours", right.toString(), "icr.allowed.theirs", wrong.toString()),
            "test"));
    Constraints ours = ConstraintsText.parse(Map.of("allowed", "ours"));
    scanned.pipeInput(utf8("a"), avro("a", sample, ours));
    assertEquals(sample.number(), recognized.readValue().getNumber());

    Headers headers = new RecordHeaders().add("icr-allowed", utf8("theirs"));
    scanned.pipeInput(new TestRecord<>(utf8("b"), sample.image(), headers));
    ReviewItem item = review.readValue();
    assertEquals(sample.number(), item.getNumber());
    assertEquals("theirs", item.getAllowed());
    assertEquals(ReasonCode.CONSTRAINT_VIOLATED, item.getReasons().get(0).getCode());
    assertEquals("allowed list theirs", item.getReasons().get(0).getDetail());

    Headers unknown = new RecordHeaders().add("icr-allowed", utf8("yours"));
    scanned.pipeInput(new TestRecord<>(utf8("c"), sample.image(), unknown));
    TestRecord<byte[], byte[]> letter = rejected.readRecord();
    assertEquals(ErrorCode.INVALID_CONSTRAINT.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertTrue(
        header(letter, "__streams.errors.message").contains("there are ours, theirs"),
        letter.toString());
    assertNothingElse();
  }

  @Test
  void routesDoubtfulFieldsToReviewWithTheirImage() {
    Samples.Sample scribble = sample("scribble");
    scanned.pipeInput(utf8("scan-7"), scribble.image());
    ReviewItem item = review.readValue();
    assertFalse(item.getReasons().isEmpty());
    assertFalse(item.getImageOmitted());
    byte[] image = new byte[item.getImage().remaining()];
    item.getImage().get(image);
    assertArrayEquals(scribble.image(), image);
    assertNothingElse();
  }

  @Test
  void blankFieldsComeOutAsBlank() {
    scanned.pipeInput(utf8("scan-7"), sample("blank").image());
    RecognizedNumber number = recognized.readValue();
    assertEquals(Outcome.BLANK, number.getOutcome());
    assertEquals("", number.getNumber());
    assertNothingElse();
  }

  @Test
  void deadLettersKeepKeyValueAndHeaders() {
    byte[] value = utf8("%PDF-1.7 is no image");
    Headers headers = new RecordHeaders().add("trace", utf8("t-1"));
    scanned.pipeInput(new TestRecord<>(utf8("scan-7"), value, headers));
    TestRecord<byte[], byte[]> letter = rejected.readRecord();
    assertArrayEquals(utf8("scan-7"), letter.key());
    assertArrayEquals(value, letter.value());
    assertEquals("t-1", header(letter, "trace"));
    assertEquals(ErrorCode.UNKNOWN_FORMAT.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertEquals("icr.scanned-fields", header(letter, DeadLetterHeaders.TOPIC));
    assertEquals("0", header(letter, DeadLetterHeaders.PARTITION));
    assertEquals("0", header(letter, DeadLetterHeaders.OFFSET));
    assertNothingElse();
  }

  @Test
  void rejectsWithTheCodeOfTheReasonAndGoesOn() {
    Samples.Sample sample = accepted();
    assertRejected(ErrorCode.EMPTY, "a", new byte[0]);
    assertRejected(ErrorCode.EMPTY, "a", null);
    assertRejected(ErrorCode.TOO_LARGE, "a", new byte[CONFIG.get(Keys.LIMIT_RECORD_BYTES) + 1]);
    assertRejected(ErrorCode.CORRUPT_IMAGE, "a", java.util.Arrays.copyOf(sample.image(), 200));
    byte[] field = avro("a", sample, Constraints.NONE);
    assertRejected(ErrorCode.BAD_ID, "b", field);
    assertRejected(ErrorCode.BAD_ID, "", avro("", sample, Constraints.NONE));
    assertRejected(ErrorCode.CORRUPT_AVRO, "a", java.util.Arrays.copyOf(field, 40));
    byte[] unknown = field.clone();
    unknown[2] ^= 1;
    assertRejected(ErrorCode.CORRUPT_AVRO, "a", unknown);
    Headers headers = new RecordHeaders().add("icr-regex", utf8("[0-9"));
    scanned.pipeInput(new TestRecord<>(utf8("a"), sample.image(), headers));
    assertEquals(
        ErrorCode.INVALID_CONSTRAINT.name(),
        header(rejected.readRecord(), DeadLetterHeaders.ERROR_CODE));

    scanned.pipeInput(utf8("a"), sample.image());
    assertEquals(sample.number(), recognized.readValue().getNumber());
    assertNothingElse();
  }

  @Test
  void aLetterThatWouldNotFitGoesOutWithoutItsValue() {
    byte[] huge = new byte[CONFIG.get(Keys.LIMIT_RECORD_BYTES) + 1_100_000];
    scanned.pipeInput(utf8("a"), huge);
    TestRecord<byte[], byte[]> letter = rejected.readRecord();
    assertNull(letter.value());
    assertEquals(ErrorCode.TOO_LARGE.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertEquals(Integer.toString(huge.length), header(letter, DeadLetterHeaders.OMITTED_BYTES));
  }

  private void assertRejected(ErrorCode code, String key, byte[] value) {
    scanned.pipeInput(utf8(key), value);
    TestRecord<byte[], byte[]> letter = rejected.readRecord();
    assertEquals(code.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertArrayEquals(value, letter.value());
  }

  private void assertNothingElse() {
    assertTrue(recognized.isEmpty());
    assertTrue(review.isEmpty());
    assertTrue(rejected.isEmpty());
  }

  private static byte[] avro(String id, Samples.Sample sample, Constraints constraints) {
    var field =
        new ScannedField(
            id,
            "form-9",
            "zip",
            sample.image(),
            constraints,
            Map.of("batch", "monday"),
            Instant.ofEpochMilli(1));
    return new SingleObjectSerializer<dev.icrstreams.avro.ScannedField>()
        .encode(ToAvro.scannedField(field));
  }

  private static Samples.Sample accepted() {
    return ReadSamples.accepted();
  }

  private static Samples.Sample sample(String recipe) {
    return Samples.all().stream()
        .filter(sample -> sample.file().contains(recipe))
        .findFirst()
        .orElseThrow();
  }

  private static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
