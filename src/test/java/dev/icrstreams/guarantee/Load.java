package dev.icrstreams.guarantee;

import dev.icrstreams.client.FieldProducer;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.synth.Samples;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

  private final Config config;
  private final GuaranteeChecker checker;
  private final FieldProducer producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Random random;
  private final List<Samples.Sample> samples = Samples.all();
  private final Deque<Sent> sent = new ArrayDeque<>();
  private long lastWrittenAt;
  private long produced;

  private Encoding encoding = (key, sample) -> sample.image();

  /** What a field is sent as. */
  interface Encoding {
    byte[] value(String key, Samples.Sample sample);
  }

  private record Sent(FieldProducer.Sent field, String key, String sample) {}

  /** A load on topics that exist. */
  Load(Config config, Map<String, Content> undisturbed, long seed) {
    this.config = config;
    this.checker = new GuaranteeChecker(undisturbed);
    this.producer = new FieldProducer(config);
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
              sample.file()));
      produced++;
    }
  }

  /** Waits for all that was handed to the producer, then for nothing. */
  void settle() {
    while (!sent.isEmpty()) {
      Sent next = sent.removeFirst();
      checker.produced(next.field().origin(), next.key(), next.sample());
    }
  }

  /** Takes what is committed by now; tells how many answers there were. */
  int take(Duration timeout) {
    int count = 0;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
      Answer answer = Answer.of(config, record);
      lastWrittenAt = Math.max(lastWrittenAt, answer.writtenAt());
      checker.arrived(answer);
      count++;
    }
    return count;
  }

  /** The time of the latest answer that arrived, by the service's clock, in milliseconds. */
  long lastWrittenAt() {
    return lastWrittenAt;
  }

  /** How many fields were produced and are not answered, as far as is known. */
  long backlog() {
    return produced - checker.answered();
  }

  /**
   * Takes answers until every input has one, or none has arrived for so long; then a little longer.
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
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
