package dev.icrstreams.client.redrive;

import dev.icrstreams.client.broker.BrokerAdmin;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.broker.ClientProperties;
import dev.icrstreams.client.broker.Refusal;
import dev.icrstreams.client.broker.Right;
import dev.icrstreams.client.redrive.Redriven.Action;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.wire.RecordSizes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters back to the input topic. Records and progress go into one transaction, so that
 * a run which ends half way repeats nothing that a {@code read_committed} consumer, such as the
 * service, sees; the next run goes on behind it. A run deals with the letters that are there when
 * it starts. Two runs at a time are one too many: the later one ends the earlier. For one thread.
 */
public final class Redrive {
  private static final int BATCH = 100;
  private static final long COMMIT_NANOS = Duration.ofSeconds(5).toNanos();
  private static final int TRANSACTION_TIMEOUT_MS = 60_000;
  private static final Duration POLL = Duration.ofMillis(500);

  /** How long brokers keep an idle group's offsets unless they are told otherwise. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Config config;
  private final RedriveOptions options;
  private final String topic;
  private final String name;
  private final Set<String> inputs;
  private final Map<String, Integer> partitions = new HashMap<>();

  /** A redrive of this configuration's dead letters. */
  public Redrive(Config config, RedriveOptions options) {
    this.config = config;
    this.options = options;
    this.topic = config.get(Keys.REJECTED_FIELDS);
    this.name = config.get(Keys.APPLICATION_ID) + "-redrive";
    this.inputs = Set.of(config.get(Keys.SCANNED_FIELDS), config.get(Keys.CORRECTIONS));
  }

  /**
   * Deals with every letter of the wanted codes, each once over all runs that execute.
   *
   * @param done is told of each letter before its transaction is committed
   * @throws BrokerException if a broker cannot or will not, or another run has begun
   */
  public void run(Consumer<Redriven> done) {
    try (BrokerAdmin broker = new BrokerAdmin(config);
        KafkaConsumer<byte[], byte[]> letters = consumer(null)) {
      var partitionsOf =
          broker.require(
              broker.admin().describeTopics(Set.of(topic)).allTopicNames(),
              "cannot read " + topic,
              Right.read(topic));
      List<TopicPartition> all =
          partitionsOf.get(topic).partitions().stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (options.execute()) {
        execute(letters, all, done);
      } else {
        RedriveProgress progress = RedriveProgress.read(this::consumer, name, options.codes(), all);
        walk(
            letters,
            progress,
            all,
            letter -> done.accept(judged(letter, progress, Action.WOULD_SEND)));
      }
    } catch (KafkaException e) {
      if (isFenced(e)) {
        throw new BrokerException("another redrive of " + topic + " has begun: this one ends", e);
      }
      throw new BrokerException("cannot redrive " + topic + ": " + Refusal.reason(e, rights()), e);
    }
  }

  /** What a redrive needs, to name what is missing. */
  private Right[] rights() {
    return Stream.of(
            Stream.of(Right.read(topic), Right.ofTransactions(name)),
            inputs.stream().map(Right::write),
            options.codes().stream().map(code -> Right.ofGroup(name + "-" + code.name())))
        .flatMap(rights -> rights)
        .toArray(Right[]::new);
  }

  private void execute(
      KafkaConsumer<byte[], byte[]> letters, List<TopicPartition> all, Consumer<Redriven> done) {
    KafkaProducer<byte[], byte[]> producer = producer();
    boolean finished = false;
    try {
      // ends another run's transaction, so that the progress read next stands
      producer.initTransactions();
      RedriveProgress progress = RedriveProgress.read(this::consumer, name, options.codes(), all);
      Transaction transaction = new Transaction(producer, progress);
      walk(letters, progress, all, letter -> done.accept(transaction.add(letter)));
      transaction.commit();
      finished = true;
    } finally {
      // after a failure the open transaction is left to be aborted by the broker or the next run
      producer.close(finished ? Duration.ofSeconds(30) : Duration.ZERO);
    }
  }

  /** Hands every new letter of a wanted code on, up to where the topic ends now. */
  private void walk(
      KafkaConsumer<byte[], byte[]> letters,
      RedriveProgress progress,
      List<TopicPartition> all,
      Consumer<DeadLetter> use) {
    letters.assign(all);
    Map<TopicPartition, Long> begins = letters.beginningOffsets(all);
    Map<TopicPartition, Long> ends = letters.endOffsets(all);
    all.forEach(
        partition ->
            letters.seek(partition, Math.max(begins.get(partition), progress.first(partition))));
    while (all.stream().anyMatch(at -> letters.position(at) < ends.get(at))) {
      for (ConsumerRecord<byte[], byte[]> record : letters.poll(POLL)) {
        TopicPartition at = new TopicPartition(record.topic(), record.partition());
        DeadLetter letter = new DeadLetter(record);
        boolean wanted =
            letter.code().isPresent()
                && progress.isNew(letter.code().get(), at, record.offset())
                && record.offset() < ends.get(at);
        if (wanted) {
          use.accept(letter);
        }
        if (record.offset() < ends.get(at)) {
          progress.passed(at, record.offset() + 1);
        }
      }
    }
  }

  private Redriven judged(DeadLetter letter, RedriveProgress progress, Action otherwise) {
    Action action = otherwise;
    if (!inputs.contains(letter.topic())) {
      action = Action.REFUSED_ORIGIN;
    } else if (!letter.isWhole()) {
      action = Action.REFUSED_INCOMPLETE;
    } else if (letter.redrives() >= options.maxRedrives()) {
      action = Action.REFUSED_LOOP;
    } else if (!options.old() && !progress.isKnown(letter.code().get()) && isOld(letter)) {
      action = Action.REFUSED_OLD;
    }
    return new Redriven(
        letter.letter().partition(),
        letter.letter().offset(),
        letter.key(),
        letter.code(),
        letter.redrives(),
        action);
  }

  private static boolean isOld(DeadLetter letter) {
    return letter.letter().timestamp() < System.currentTimeMillis() - REMEMBERED.toMillis();
  }

  private static boolean isFenced(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }

  /** One transaction after the other, each of some records and what has been dealt with. */
  private final class Transaction {
    private final KafkaProducer<byte[], byte[]> producer;
    private final RedriveProgress progress;
    private final long started = System.nanoTime();
    private long begun;
    private int inHand;
    private long sent;

    Transaction(KafkaProducer<byte[], byte[]> producer, RedriveProgress progress) {
      this.producer = producer;
      this.progress = progress;
    }

    Redriven add(DeadLetter letter) {
      if (inHand > 0 && (inHand >= BATCH || System.nanoTime() - begun > COMMIT_NANOS)) {
        commit();
      }
      Redriven redriven = judged(letter, progress, Action.SENT);
      if (!redriven.action().isRefused()) {
        pace();
        begin();
        // a refusal ends the transaction: its commit throws
        Future<RecordMetadata> unused =
            producer.send(letter.original(partitionsOf(letter.topic())));
        inHand++;
      }
      return redriven;
    }

    void commit() {
      begin();
      progress.send(producer);
      producer.commitTransaction();
      inHand = 0;
    }

    private void begin() {
      if (inHand == 0) {
        producer.beginTransaction();
        begun = System.nanoTime();
      }
    }

    private void pace() {
      long due = started + (long) (sent++ / options.perSecond() * 1e9);
      while (System.nanoTime() - due < 0) {
        if (inHand > 0 && System.nanoTime() - begun > COMMIT_NANOS) {
          commit();
        }
        LockSupport.parkNanos(Math.min(due - System.nanoTime(), COMMIT_NANOS / 10));
      }
    }

    private int partitionsOf(String input) {
      return partitions.computeIfAbsent(input, it -> producer.partitionsFor(it).size());
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer(String group) {
    Map<String, Object> properties = ClientProperties.of(config);
    if (group != null) {
      properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    }
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> properties = ClientProperties.of(config);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RecordSizes.largestOutput(config));
    properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
