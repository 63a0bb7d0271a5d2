package dev.icrstreams.client;

import dev.icrstreams.client.broker.TopicScan;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Reads the three output topics from their beginning, committed records only, without a group: it
 * leaves no trace on the broker. For one thread; {@link #wakeup} may be called from another.
 */
public final class ResultConsumer implements AutoCloseable {
  private final Consumer<byte[], byte[]> consumer;
  private final ResultReader reader;

  /**
   * A consumer at the beginning of all output topics.
   *
   * @throws BrokerException if there is no broker or a topic is missing
   */
  public ResultConsumer(Config config) {
    this.reader = new ResultReader(config);
    this.consumer = TopicScan.reader(config);
    try {
      consumer.assign(partitions(config));
      consumer.seekToBeginning(consumer.assignment());
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /**
   * The results that arrive within this time, as soon as there are any; empty if none do, or if
   * {@link #wakeup} was called.
   *
   * @throws BrokerException if the right to read one of the topics is missing
   */
  public List<Result> poll(Duration timeout) {
    List<Result> results = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
        results.add(reader.result(record));
      }
    } catch (WakeupException e) {
      return results;
    } catch (TopicAuthorizationException e) {
      throw TopicScan.refused(String.join(", ", e.unauthorizedTopics()), e);
    }
    return results;
  }

  /** Ends a {@link #poll} that is waiting; from any thread. */
  public void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }

  private List<TopicPartition> partitions(Config config) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (var key : List.of(Keys.RECOGNIZED_NUMBERS, Keys.REVIEW_ITEMS, Keys.REJECTED_FIELDS)) {
      partitions.addAll(TopicScan.partitions(consumer, config.get(key), config));
    }
    return partitions;
  }
}
