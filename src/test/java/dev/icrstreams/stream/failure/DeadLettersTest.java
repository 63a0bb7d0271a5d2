package dev.icrstreams.stream.failure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.stream.IcrTopology;
import dev.icrstreams.stream.StreamsProperties;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.DeadLetterHeaders;
import dev.icrstreams.wire.RecordSizes;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That every letter fits its topic and says what it lacks. */
class DeadLettersTest {
  private static final Config CONFIG = ReadSamples.CONFIG;
  private static final int LIMIT = CONFIG.get(Keys.LIMIT_RECORD_BYTES);
  private static final int LARGEST = RecordSizes.largestOutput(CONFIG);

  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> scanned;
  private TestOutputTopic<byte[], byte[]> rejected;

  private void start(StageListener listener) {
    driver = new TopologyTestDriver(IcrTopology.of(CONFIG, listener), StreamsProperties.of(CONFIG));
    var in = new ByteArraySerializer();
    var out = new ByteArrayDeserializer();
    scanned = driver.createInputTopic(CONFIG.get(Keys.SCANNED_FIELDS), in, in);
    rejected = driver.createOutputTopic(CONFIG.get(Keys.REJECTED_FIELDS), out, out);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void aLetterKeepsWhatFits() {
    start(StageListener.NONE);
    byte[] value = noise(LIMIT + 1);
    Headers headers = new RecordHeaders().add("trace", noise(900_000));
    TestRecord<byte[], byte[]> letter = rejected(utf8("a"), value, headers);
    assertEquals(ErrorCode.TOO_LARGE.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertArrayEquals(value, letter.value());
    assertArrayEquals(headers.lastHeader("trace").value(), bytes(letter, "trace"));
    assertFits(letter);
  }

  @Test
  void aLetterSaysThatItsHeadersDidNotFit() {
    start(StageListener.NONE);
    Headers headers = new RecordHeaders().add("trace", noise(2_500_000));
    TestRecord<byte[], byte[]> letter = rejected(utf8("a"), utf8("text"), headers);
    assertArrayEquals(utf8("text"), letter.value());
    assertNull(letter.headers().lastHeader("trace"));
    assertTrue(
        Integer.parseInt(header(letter, DeadLetterHeaders.OMITTED_HEADER_BYTES)) > 2_500_000);
    assertFits(letter);
  }

  @Test
  void aLetterSaysThatItsKeyDidNotFit() {
    start(StageListener.NONE);
    TestRecord<byte[], byte[]> letter =
        rejected(utf8("9".repeat(3_000_000)), utf8("text"), new RecordHeaders());
    assertNull(letter.key());
    assertEquals("3000000", header(letter, DeadLetterHeaders.OMITTED_KEY_BYTES));
    assertArrayEquals(utf8("text"), letter.value());
    assertFits(letter);
  }

  @Test
  void metadataThatWouldNotFitEveryAnswerIsTooLarge() {
    start(StageListener.NONE);
    byte[] image = ReadSamples.accepted().image();
    Headers headers = new RecordHeaders().add("icr-attr-note", utf8("x".repeat(900_000)));
    TestRecord<byte[], byte[]> letter = rejected(utf8("a"), image, headers);
    assertEquals(ErrorCode.TOO_LARGE.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertArrayEquals(image, letter.value());
    letter = rejected(utf8("9".repeat(70_000)), image, new RecordHeaders());
    assertEquals(ErrorCode.TOO_LARGE.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
  }

  @Test
  void aCorrectionWhoseAnswerWouldNotFitIsTooLarge() {
    start(StageListener.NONE);
    var bytes = new ByteArraySerializer();
    driver
        .createInputTopic(CONFIG.get(Keys.CORRECTIONS), bytes, bytes)
        .pipeInput(utf8("a"), noise(100_000));
    TestRecord<byte[], byte[]> letter = rejected.readRecord();
    assertEquals(ErrorCode.TOO_LARGE.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertEquals(CONFIG.get(Keys.CORRECTIONS), header(letter, DeadLetterHeaders.TOPIC));
  }

  @Test
  void anErrorOfAnEarlierLetterIsReplacedAndTheRedrivesKept() {
    start(StageListener.NONE);
    Headers headers =
        new RecordHeaders()
            .add(DeadLetterHeaders.ERROR_CODE, utf8("EMPTY"))
            .add(DeadLetterHeaders.REDRIVES, utf8("2"));
    TestRecord<byte[], byte[]> letter = rejected(utf8("a"), utf8("text"), headers);
    assertEquals(ErrorCode.UNKNOWN_FORMAT.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
    assertEquals("2", header(letter, DeadLetterHeaders.REDRIVES));
  }

  @Test
  void heapAndStackOverflowsAreLettersAtOnceAndOtherErrorsAreNot() {
    Error[] next = {new OutOfMemoryError("Java heap space"), new StackOverflowError(), null};
    int[] count = {0};
    start(
        (stage, nanos) -> {
          if (stage == dev.icrstreams.field.Stage.CLASSIFY && next[count[0]] != null) {
            throw next[count[0]++];
          }
        });
    Samples.Sample sample = ReadSamples.accepted();
    for (int i = 0; i < 2; i++) {
      TestRecord<byte[], byte[]> letter = rejected(utf8("a"), sample.image(), new RecordHeaders());
      assertEquals(ErrorCode.TOO_COMPLEX.name(), header(letter, DeadLetterHeaders.ERROR_CODE));
      assertArrayEquals(sample.image(), letter.value());
      assertFits(letter);
    }
    next[2] = new InternalError("native");
    assertThrows(InternalError.class, () -> scanned.pipeInput(utf8("a"), sample.image()));
    assertTrue(rejected.isEmpty());
  }

  @Test
  void whatKafkaThrowsIsNotBlamedOnTheRecordInHand() {
    start(StageListener.NONE);
    var response =
        new DeadLetters()
            .handleError(null, new Record<>("a", "b", 0), new StreamsException("an earlier send"));
    assertEquals(ProcessingExceptionHandler.Result.FAIL, response.result());
    assertTrue(response.deadLetterQueueRecords().isEmpty());
  }

  private TestRecord<byte[], byte[]> rejected(byte[] key, byte[] value, Headers headers) {
    scanned.pipeInput(new TestRecord<>(key, value, headers));
    return rejected.readRecord();
  }

  private static void assertFits(TestRecord<byte[], byte[]> letter) {
    long size = letter.key() == null ? 0 : letter.key().length;
    size += letter.value() == null ? 0 : letter.value().length;
    for (Header header : letter.headers()) {
      size += header.key().length() + header.value().length + 10;
      if (header.key().startsWith(DeadLetterHeaders.STREAMS_PREFIX)) {
        assertTrue(header.value().length <= 4_096, header.key());
      }
    }
    assertTrue(size + 100 < LARGEST, "a letter of " + size + " bytes");
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(5).nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(TestRecord<?, ?> record, String name) {
    return record.headers().lastHeader(name).value();
  }

  private static String header(TestRecord<?, ?> record, String name) {
    return new String(bytes(record, name), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
