package dev.icrstreams.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What tests ask of a broker, through plain clients. Thread-safe: each call has its own client. */
public record BrokerProbe(String bootstrapServers) {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(1);
  private static final int LARGEST_REQUEST_BYTES = 64 * 1024 * 1024;

  /** Creates topics of one partition. */
  public void createTopics(String... names) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      List<NewTopic> topics = new ArrayList<>();
      for (String name : names) {
        topics.add(new NewTopic(name, 1, (short) 1));
      }
      admin.createTopics(topics).all().get();
    }
  }

  /** The names of the topics that are there, without Kafka's own. */
  public Set<String> topics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      return admin.listTopics().names().get();
    }
  }

  /** Sends values without keys, outside of any transaction, and waits for each to be accepted. */
  public void send(String topic, byte[]... values) throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      sendAll(producer, topic, values);
    }
  }

  /** Sends values in one transaction and commits it. */
  public void sendCommitted(String topic, byte[]... values)
      throws ExecutionException, InterruptedException {
    inTransaction(topic, values, KafkaProducer::commitTransaction);
  }

  /** Sends values in one transaction, waits until they are in the log, and aborts it. */
  public void sendAborted(String topic, byte[]... values)
      throws ExecutionException, InterruptedException {
    inTransaction(topic, values, KafkaProducer::abortTransaction);
  }

  /**
   * All committed records of a topic from its beginning to where it ends now, without a group. A
   * producer's commit returns when it is decided; this waits for it to be written.
   */
  public List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    awaitDecidedTransactions();
    return records(topic, "read_committed");
  }

  /** The same with those of aborted and open transactions. */
  public List<ConsumerRecord<byte[], byte[]>> uncommitted(String topic) {
    return records(topic, "read_uncommitted");
  }

  /** The values of records, as UTF-8 text. */
  public static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(r -> new String(r.value(), UTF_8)).toList();
  }

  private void awaitDecidedTransactions() {
    var decided =
        new ListTransactionsOptions()
            .filterStates(Set.of(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      long deadline = System.nanoTime() + WRITTEN_WITHIN.toNanos();
      while (!admin.listTransactions(decided).all().get().isEmpty()) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "transactions decided but not written within " + WRITTEN_WITHIN);
        }
        Thread.sleep(POLL.toMillis() / 10);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot list the transactions", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while transactions end", e);
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String topic, String isolation) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            isolation,
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
      // Positions, not record counts: transaction markers and aborted records take offsets too.
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(POLL).forEach(found::add);
      }
      return found;
    }
  }

  private void inTransaction(
      String topic, byte[][] values, Consumer<KafkaProducer<byte[], byte[]>> end)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer =
        producer(Map.of("transactional.id", "probe-" + UUID.randomUUID()))) {
      producer.initTransactions();
      producer.beginTransaction();
      sendAll(producer, topic, values);
      end.accept(producer);
    }
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> config = new HashMap<>(more);
    config.put("bootstrap.servers", bootstrapServers);
    // The broker's limit is the one under test, not the client's.
    config.put("max.request.size", LARGEST_REQUEST_BYTES);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static void sendAll(KafkaProducer<byte[], byte[]> producer, String topic, byte[][] values)
      throws ExecutionException, InterruptedException {
    for (byte[] value : values) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }
}
