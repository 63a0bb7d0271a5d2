package dev.icrstreams.guarantee;

import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Origin;
import dev.icrstreams.synth.Samples;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Produces samples in a seeded order under few keys, so that order can be checked, and feeds what
 * is committed to a checker. Its consumer is independent of the project's client. For one thread.
 */
public final class Load implements AutoCloseable {
  private static final int KEYS = 40;

  /**
   * A field that is given up may be on the broker all the same, and nobody would know; and a
   * producer that forgets the brokers when none answers would hold up the load, and with it the end
   * of the fault.
   */
  private static final Map<String, String> PATIENT =
      Map.of(
          "icr.kafka.delivery.timeout.ms", "900000",
          "icr.kafka.max.block.ms", "900000",
          "icr.kafka.metadata.recovery.strategy", "none");

  private final Config config;
  private final GuaranteeChecker checker;
  private final FieldProducer producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Random random;
  private final List<Samples.Sample> samples = Samples.all();
  private final Deque<Sent> sent = new ArrayDeque<>();
  private long lastWrittenAt;
  private long produced;

  private final Map<Origin, Long> sentAt = new HashMap<>();
  private final Map<Origin, Long> arrivedAt = new HashMap<>();
  private Encoding encoding = (key, sample) -> sample.image();

  /** What a field is sent as. */
  interface Encoding {
    byte[] value(String key, Samples.Sample sample);
  }

  private record Sent(FieldProducer.Sent field, String key, String sample, long at) {}

  /** A load on topics that exist. */
  Load(Config config, Map<String, Content> undisturbed, long seed) {
    this.config = config;
    this.checker = new GuaranteeChecker(undisturbed);
    this.producer = new FieldProducer(config.with(PATIENT, "load"));
    this.random = new Random(seed);
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                config.get(Keys.BOOTSTRAP_SERVERS),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (var key : List.of(Keys.RECOGNIZED_NUMBERS, Keys.REVIEW_ITEMS, Keys.REJECTED_FIELDS)) {
      consumer
          .partitionsFor(config.get(key))
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  GuaranteeChecker checker() {
    return checker;
  }

  /** Sends fields as something else than raw images from now on. */
  void encode(Encoding as) {
    this.encoding = as;
  }

  /** Hands fields to the producer. */
  void produce(int count) {
    for (int i = 0; i < count; i++) {
      Samples.Sample sample = samples.get(random.nextInt(samples.size()));
      String key = "field-" + random.nextInt(KEYS);
      sent.add(
          new Sent(
              producer.send(key, encoding.value(key, sample), "", "", Constraints.NONE, Map.of()),
              key,
              sample.file(),
              System.currentTimeMillis()));
      produced++;
    }
  }

  /** Waits for all that was handed to the producer, then for nothing. */
  void settle() {
    while (!sent.isEmpty()) {
      Sent next = sent.removeFirst();
      Origin origin = next.field().origin();
      sentAt.put(origin, next.at());
      checker.produced(origin, next.key(), next.sample());
    }
  }

  /** Takes what is committed by now; tells how many answers there were. */
  int take(Duration timeout) {
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
      Answer answer = Answer.of(config, record);
      lastWrittenAt = Math.max(lastWrittenAt, answer.writtenAt());
      arrivedAt.putIfAbsent(answer.origin(), System.currentTimeMillis());
      checker.arrived(answer);
      count++;
    }
    return count;
  }

  /** The time of the latest answer that arrived, by the service's clock, in milliseconds. */
  long lastWrittenAt() {
    return lastWrittenAt;
  }

  /**
   * Seconds from then until the last answer to what was sent between then and then, after {@link
   * #drain}; all times in epoch milliseconds.
   */
  double answeredAfter(long from, long to) {
    long last =
        sentAt.entrySet().stream()
            .filter(sent -> sent.getValue() >= from && sent.getValue() <= to)
            .mapToLong(sent -> arrivedAt.getOrDefault(sent.getKey(), Long.MAX_VALUE))
            .max()
            .orElse(from);
    return (last - from) / 1e3;
  }

  /** How many fields were produced and are not answered, as far as is known. */
  long backlog() {
    return produced - checker.answered();
  }

  /**
   * Takes answers until every input has one, or none has arrived for so long; then a little longer.
   * Counts the inputs in their topic, too.
   */
  void drain(Duration patience) {
    settle();
    long deadline = System.nanoTime() + patience.toNanos();
    while (checker.missing() > 0 && System.nanoTime() < deadline) {
      if (take(Duration.ofMillis(200)) > 0) {
        deadline = System.nanoTime() + patience.toNanos();
      }
    }
    for (int quiet = 0; quiet < 5; quiet++) {
      take(Duration.ofMillis(200));
    }
    checker.held(inputs());
  }

  /** How many records the input topic holds; what is produced there is in no transaction. */
  private long inputs() {
    List<TopicPartition> partitions =
        consumer.partitionsFor(config.get(Keys.SCANNED_FIELDS)).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    return sum(consumer.endOffsets(partitions)) - sum(consumer.beginningOffsets(partitions));
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
