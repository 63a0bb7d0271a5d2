package dev.icrstreams.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.IcrService;
import dev.icrstreams.broker.BrokerOptions;
import dev.icrstreams.broker.EmbeddedKafka;
import dev.icrstreams.cli.process.ExitCode;
import dev.icrstreams.client.review.InputImages;
import dev.icrstreams.client.review.ReviewTopic;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.ErrorCode;
import dev.icrstreams.support.BrokerProbe;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.synth.Samples;
import dev.icrstreams.wire.DeadLetterHeaders;
import dev.icrstreams.wire.RecordSizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/privacy.md} says of what stays where, how long, and how it goes. */
class PrivacyTest {
  private static final long DAYS = Duration.ofDays(3).toMillis();
  private static final byte[] SCRIBBLE =
      Samples.all().stream()
          .filter(sample -> sample.file().startsWith("scribble"))
          .findFirst()
          .orElseThrow()
          .image();

  @TempDir Path folder;

  private EmbeddedKafka kafka;
  private Config config;

  @BeforeEach
  void start() {
    kafka =
        EmbeddedKafka.start(
            BrokerOptions.defaults()
                .withMaxRecordBytes(RecordSizes.largestOutput(Config.defaults()))
                .withProperty("log.initial.task.delay.ms", "500")
                .withProperty("log.retention.check.interval.ms", "500"));
    config = ReadSamples.CONFIG.with(Keys.BOOTSTRAP_SERVERS, kafka.bootstrapServers());
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  @Test
  void topicsSetsRetentionReportsAnotherAndChangesItOnlyWhenTold() throws Exception {
    Cli dry = run("topics", "--check");
    assertEquals(ExitCode.FAILED, dry.code(), dry.err());
    assertEquals("icr.review-items\tmissing\t", dry.lines().get(2));
    assertTrue(dry.err().contains("there is no topic icr.review-items"), dry.err());

    Cli made = run("topics");
    assertEquals(ExitCode.DONE, made.code(), made.err());
    assertEquals(
        List.of(
            "icr.scanned-fields\tmade\t7 d",
            "icr.recognized-numbers\tmade\t7 d",
            "icr.review-items\tmade\t30 d",
            "icr.rejected-fields\tmade\t30 d",
            "icr.corrections\tmade\t7 d"),
        made.lines());
    assertEquals("86400000", setting("icr.review-items", "segment.ms"));
    // the broker within the JVM is of a release that the operator is to know of
    assertTrue(made.err().contains("answered twice in icr.recognized-numbers, "), made.err());

    String other = "icr.topic.review-items.retention-days=2";
    Cli again = run("topics", "--set", other);
    assertEquals(ExitCode.DONE, again.code(), again.err());
    assertEquals("icr.review-items\twas there\t30 d", again.lines().get(2));
    assertTrue(
        again
            .err()
            .contains(
                "icr.review-items keeps records 30 d (retention.ms),"
                    + " icr.topic.review-items.retention-days says 2 d"),
        again.err());
    assertEquals(ExitCode.FAILED, run("topics", "--check", "--set", other).code());

    Cli applied = run("topics", "--apply-retention", "--set", other);
    assertEquals("icr.review-items\twas there\t2 d", applied.lines().get(2), applied.err());
    assertEquals(ExitCode.DONE, run("topics", "--check", "--set", other).code());
    Cli forever = run("topics", "--apply-retention", "--set", other.replace("=2", "=-1"));
    assertEquals("icr.review-items\twas there\tfor ever", forever.lines().get(2), forever.err());
  }

  @Test
  void topicsReportsSegmentsThatStayOpenTooLongForTheRetentionAndOnlyThose() throws Exception {
    run("topics", "--set", "icr.topic.recognized-numbers.retention-days=-1");
    set("icr.review-items", "604800000");
    set("icr.rejected-fields", "3600000");
    set("icr.recognized-numbers", "604800000");
    set("icr.scanned-fields", "604800000");
    Cli check = run("topics", "--check", "--set", "icr.topic.recognized-numbers.retention-days=-1");
    assertEquals(ExitCode.FAILED, check.code(), check.err());
    assertEquals(
        List.of(
            "icr topics: the topic icr.review-items closes its segments after 7 d (segment.ms), and"
                + " records go with their segment: it should be 1 d: icr topics --apply-retention"
                + " changes it"),
        check.err().lines().filter(line -> line.contains(".ms)")).toList());

    Cli applied = run("topics", "--apply-retention");
    assertTrue(applied.err().contains("icr.review-items: retention changed"), applied.err());
    assertEquals("86400000", setting("icr.review-items", "segment.ms"));
    assertEquals("2592000000", setting("icr.review-items", "retention.ms"));
    assertEquals("3600000", setting("icr.rejected-fields", "segment.ms"));
    assertEquals(ExitCode.DONE, run("topics", "--check").code());
  }

  @Test
  void recordsPastTheirRetentionGo() throws Exception {
    run("topics", "--set", "icr.topic.scanned-fields.retention-days=2");
    produce("old-1", SCRIBBLE, System.currentTimeMillis() - DAYS);
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (run("trace", "--id", "old-1").code() == ExitCode.DONE && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
    Cli trace = run("trace", "--id", "old-1");
    assertEquals(ExitCode.SOME_REJECTED, trace.code(), trace.out());
  }

  @Test
  void aFieldIsTracedThroughEveryTopicAndDeletedUpToItsOffsets() throws Exception {
    run("topics", "--set", "icr.topic.partitions=1");
    produce("before", SCRIBBLE, System.currentTimeMillis());
    produce("f-1", SCRIBBLE, System.currentTimeMillis());
    produce("f-1", "text".getBytes(StandardCharsets.UTF_8), System.currentTimeMillis());
    produce("after", SCRIBBLE, System.currentTimeMillis());
    try (IcrService service = IcrService.start(config)) {
      service.awaitRunning(Duration.ofSeconds(90));
      awaitResults(4);
      run("correct", "--id", "f-1", "--number", "4711");
      awaitResults(5);
    }
    List<String[]> rows = rows(run("trace", "--id", "f-1"));
    assertEquals(
        List.of("INPUT", "INPUT", "ANSWER", "REVIEW_ITEM", "DEAD_LETTER", "CORRECTION"),
        rows.stream().map(row -> row[0]).toList());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      Map<TopicPartition, RecordsToDelete> deleted =
          rows.stream()
              .collect(
                  Collectors.toMap(
                      row -> new TopicPartition(row[1], Integer.parseInt(row[2])),
                      row -> RecordsToDelete.beforeOffset(Long.parseLong(row[3]) + 1),
                      (a, b) -> a.beforeOffset() > b.beforeOffset() ? a : b));
      admin.deleteRecords(deleted).all().get();
    }
    assertEquals(ExitCode.SOME_REJECTED, run("trace", "--id", "f-1").code());
    assertEquals(
        List.of(),
        rows(run("trace", "--id", "before")).stream()
            .filter(row -> row[0].equals("INPUT"))
            .toList(),
        "DeleteRecords takes what is before along");
    assertEquals("INPUT", rows(run("trace", "--id", "after")).get(0)[0]);
  }

  @Test
  void withoutImagesInReviewTheyAreFetchedByReferenceAndDeadLettersKeepTheirBytes()
      throws Exception {
    run("topics");
    produce("f-1", SCRIBBLE, System.currentTimeMillis());
    byte[] text = "no image".getBytes(StandardCharsets.UTF_8);
    produce("f-2", text, System.currentTimeMillis());
    try (IcrService service = IcrService.start(config.with(Keys.INCLUDE_IMAGE, "false"))) {
      service.awaitRunning(Duration.ofSeconds(90));
      awaitResults(2);
    }
    ReviewTopic.Item item = new ReviewTopic(config).newest(Set.of("f-1")).get("f-1");
    assertEquals(0, item.image().length);
    try (InputImages images = new InputImages(config)) {
      assertArrayEquals(SCRIBBLE, images.image(item.origin(), item.imageSha256()).orElseThrow());
      assertTrue(images.image(item.origin(), "another").isEmpty());
    }
    var letter = new BrokerProbe(kafka.bootstrapServers()).committed("icr.rejected-fields").get(0);
    assertArrayEquals(text, letter.value());
    assertEquals(
        ErrorCode.UNKNOWN_FORMAT.name(),
        new String(
            letter.headers().lastHeader(DeadLetterHeaders.ERROR_CODE).value(),
            StandardCharsets.UTF_8));
    deleteInput();
    try (InputImages images = new InputImages(config)) {
      assertTrue(images.image(item.origin(), item.imageSha256()).isEmpty(), "it is deleted");
    }
  }

  private void deleteInput() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      Map<TopicPartition, OffsetSpec> all =
          java.util.stream.IntStream.range(0, 6)
              .mapToObj(i -> new TopicPartition("icr.scanned-fields", i))
              .collect(Collectors.toMap(at -> at, at -> OffsetSpec.latest()));
      Map<TopicPartition, RecordsToDelete> deleted =
          admin.listOffsets(all).all().get().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
      admin.deleteRecords(deleted).all().get();
    }
  }

  private void produce(String id, byte[] value, long time) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = id.getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>("icr.scanned-fields", null, time, key, value)).get();
    }
  }

  private String setting(String topic, String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
    }
  }

  private void set(String topic, String segmentMs) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      var entry = new ConfigEntry("segment.ms", segmentMs);
      var change = new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    }
    // the controller has it before the broker does
    while (!segmentMs.equals(setting(topic, "segment.ms"))) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static List<String[]> rows(Cli trace) {
    List<String[]> rows = new ArrayList<>();
    trace.lines().stream().skip(1).forEach(line -> rows.add(line.split("\t", -1)));
    return rows;
  }

  private void awaitResults(int count) {
    Cli results =
        Cli.until(cli -> cli.lines().size() > count, () -> run("results", "--until-idle", "1"));
    assertEquals(count + 1, results.lines().size(), results.out());
  }

  private Cli run(String... command) {
    Path file = folder.resolve("icr.properties");
    try {
      Files.writeString(file, "icr.bootstrap-servers=" + kafka.bootstrapServers() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--config", file.toString()));
    return Cli.run(arguments.toArray(String[]::new));
  }
}
