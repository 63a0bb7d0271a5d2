package dev.icrstreams.client.redrive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.client.Topics;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.redrive.Redriven.Action;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.support.BrokerProbe;
import dev.icrstreams.wire.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedriveTest {
  private static final Set<ErrorCode> ALL = EnumSet.allOf(ErrorCode.class);
  private static final long WEEKS = 30L * 24 * 3600 * 1000;

  private static EmbeddedKafka kafka;

  private Config config;
  private final List<Redriven> done = new ArrayList<>();

  @BeforeAll
  static void start() {
    kafka = EmbeddedKafka.start();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  private void topics(String name) {
    config =
        Config.defaults()
            .with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers())
            .with(Keys.TOPIC_PARTITIONS, "2")
            .with(Keys.APPLICATION_ID, name)
            .with(Keys.SCANNED_FIELDS, name + ".in")
            .with(Keys.RECOGNIZED_NUMBERS, name + ".out")
            .with(Keys.REVIEW_ITEMS, name + ".review")
            .with(Keys.REJECTED_FIELDS, name + ".dead")
            .with(Keys.CORRECTIONS, name + ".corrections");
    new Topics(config.with(Keys.LIMIT_RECORD_BYTES, "1024")).create();
  }

  @Test
  void aDryRunSendsNothingAndForgetsNothing() {
    topics("dry");
    letters(List.of(letter("a", "EMPTY"), letter("b", "TOO_LARGE")));
    for (int i = 0; i < 2; i++) {
      done.clear();
      run(ALL, false);
      assertEquals(List.of(Action.WOULD_SEND, Action.WOULD_SEND), actions());
    }
    assertEquals(List.of(), inputs());
  }

  @Test
  void sendsTheOriginalRecordToItsPartitionWithoutTheErrorsHeaders() {
    topics("original");
    var letter = letter("a", "EMPTY");
    letter.headers().add("trace", utf8("t-1")).add("__streams.errors.stacktrace", utf8("at …"));
    letters(List.of(letter));
    run(ALL, true);
    ConsumerRecord<byte[], byte[]> record = inputs().get(0);
    assertEquals("a", text(record.key()));
    assertEquals("value of a", text(record.value()));
    assertEquals(1, record.partition());
    assertEquals("t-1", text(record.headers().lastHeader("trace").value()));
    assertEquals("1", text(record.headers().lastHeader(DeadLetterHeaders.REDRIVES).value()));
    assertNull(record.headers().lastHeader(DeadLetterHeaders.ERROR_CODE));
    assertEquals(2, record.headers().toArray().length);
  }

  @Test
  void eachLetterIsSentOnceWhateverTheCodesOfEachRun() {
    topics("codes");
    letters(List.of(letter("a", "EMPTY"), letter("b", "TOO_LARGE"), letter("c", "EMPTY")));
    run(Set.of(ErrorCode.TOO_LARGE), true);
    assertEquals(List.of("b"), keys());
    run(Set.of(ErrorCode.EMPTY), true);
    run(ALL, true);
    assertEquals(List.of("a", "b", "c"), keys());
    letters(List.of(letter("d", "EMPTY")));
    run(ALL, true);
    assertEquals(List.of("a", "b", "c", "d"), keys());
  }

  @Test
  void aCrashHalfWayRepeatsNothingAndLosesNothing() {
    topics("crash");
    letters(
        IntStream.range(0, 250).mapToObj(i -> letter(String.format("k%03d", i), "EMPTY")).toList());
    for (int crashAt : new int[] {30, 130, 140}) {
      var e =
          assertThrows(
              IllegalStateException.class,
              () -> {
                int[] seen = {0};
                redrive(ALL, true)
                    .run(
                        letter -> {
                          if (++seen[0] == crashAt) {
                            throw new IllegalStateException("crash");
                          }
                        });
              });
      assertEquals("crash", e.getMessage());
    }
    assertEquals(200, inputs().size(), "two runs have committed a hundred each");
    run(ALL, true);
    List<String> expected =
        IntStream.range(0, 250).mapToObj(i -> String.format("k%03d", i)).toList();
    assertEquals(expected, keys());
  }

  @Test
  void refusesWhatComesBackTooOftenIsIncompleteOrOfAnotherTopic() {
    topics("refused");
    var loop = letter("a", "EMPTY");
    loop.headers().add(DeadLetterHeaders.REDRIVES, utf8("3"));
    var once = letter("b", "EMPTY");
    once.headers().add(DeadLetterHeaders.REDRIVES, utf8("2"));
    var cut = letter("c", "TOO_LARGE");
    cut.headers().add(DeadLetterHeaders.OMITTED_BYTES, utf8("9999999"));
    var foreign = letter("d", "EMPTY");
    foreign.headers().remove(DeadLetterHeaders.TOPIC);
    foreign.headers().add(DeadLetterHeaders.TOPIC, utf8("somebody.elses"));
    letters(List.of(loop, once, cut, foreign));
    run(ALL, true);
    assertEquals(
        List.of(Action.REFUSED_LOOP, Action.SENT, Action.REFUSED_INCOMPLETE, Action.REFUSED_ORIGIN),
        actions());
    assertEquals(List.of("b"), keys());
    assertEquals(
        "3", text(inputs().get(0).headers().lastHeader(DeadLetterHeaders.REDRIVES).value()));
  }

  @Test
  void refusesOldLettersOfWhichTheBrokersMayHaveForgottenThatTheyWereSent() {
    topics("old");
    var fresh = letter("b", "EMPTY");
    var old =
        new ProducerRecord<>(
            fresh.topic(), 0, System.currentTimeMillis() - WEEKS, utf8("a"), utf8("x"));
    fresh.headers().forEach(old.headers()::add);
    letters(List.of(old, fresh));
    run(ALL, false);
    assertEquals(List.of(Action.REFUSED_OLD, Action.WOULD_SEND), actions());
    done.clear();
    new Redrive(config, new RedriveOptions(ALL, true, 1_000, 3, true)).run(done::add);
    assertEquals(List.of(Action.SENT, Action.SENT), actions());
  }

  @Test
  void keepsToTheRate() {
    topics("rate");
    letters(IntStream.range(0, 11).mapToObj(i -> letter("k" + i, "EMPTY")).toList());
    long start = System.nanoTime();
    new Redrive(config, new RedriveOptions(ALL, true, 10, 3, false)).run(done::add);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertTrue(seconds >= 1, seconds + " s for eleven records at ten a second");
    assertEquals(11, inputs().size());
  }

  @Test
  void aLaterRunEndsTheEarlier() {
    topics("two");
    letters(List.of(letter("a", "EMPTY"), letter("b", "EMPTY")));
    var e =
        assertThrows(
            BrokerException.class,
            () ->
                redrive(ALL, true)
                    .run(
                        letter -> {
                          if (letter.key().equals("a")) {
                            run(ALL, true);
                          }
                        }));
    assertTrue(e.getMessage().contains("another redrive"), e.getMessage());
    assertEquals(List.of("a", "b"), keys());
  }

  private void run(Set<ErrorCode> codes, boolean execute) {
    redrive(codes, execute).run(done::add);
  }

  private Redrive redrive(Set<ErrorCode> codes, boolean execute) {
    return new Redrive(config, new RedriveOptions(codes, execute, 10_000, 3, false));
  }

  private List<Action> actions() {
    return done.stream().map(Redriven::action).toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> inputs() {
    return new BrokerProbe(kafka.bootstrapServers()).committed(config.get(Keys.SCANNED_FIELDS));
  }

  private List<String> keys() {
    return inputs().stream().map(record -> text(record.key())).sorted().toList();
  }

  private ProducerRecord<byte[], byte[]> letter(String key, String code) {
    var letter =
        new ProducerRecord<>(
            config.get(Keys.REJECTED_FIELDS), 0, utf8(key), utf8("value of " + key));
    letter
        .headers()
        .add(DeadLetterHeaders.TOPIC, utf8(config.get(Keys.SCANNED_FIELDS)))
        .add(DeadLetterHeaders.PARTITION, utf8("1"))
        .add(DeadLetterHeaders.OFFSET, utf8("0"))
        .add(DeadLetterHeaders.ERROR_CODE, utf8(code));
    return letter;
  }

  private void letters(List<ProducerRecord<byte[], byte[]>> letters) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (ProducerRecord<byte[], byte[]> letter : letters) {
        var unused = producer.send(letter);
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
