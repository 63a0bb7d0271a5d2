package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.client.broker.BrokerRelease;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import dev.icrstreams.support.BrokerProbe;
import dev.icrstreams.support.ContainerBroker;
import dev.icrstreams.support.ContainerCluster;
import dev.icrstreams.support.RequiresDocker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What all promises stand on when the only broker crashes: it aborts the transactions that ran out
 * while it was away, on every partition that they wrote to. Kafka 4.3.0 to 4.4.0 does not
 * (KAFKA-20734): see it with {@code -Dicr.test.kafka.image=apache/kafka:4.3.1}.
 */
@RequiresDocker
class AbortedTransactionIT {
  private static final int PARTITIONS = 6;
  private static final int PRODUCERS = 12;
  private static final int TRANSACTION_TIMEOUT_MS = 5_000;
  private static final byte[] ABORTED = {0};
  private static final byte[] COMMITTED = {1};

  private static ContainerCluster cluster;
  private static Config config;

  @BeforeAll
  static void start() {
    cluster = ContainerCluster.start(1, Site.settings());
    config = Site.topics(cluster.bootstrapServers(), "aborted", PARTITIONS);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void staysAbortedWhenTheOnlyBrokerIsKilled() throws Exception {
    List<KafkaProducer<byte[], byte[]>> open = new ArrayList<>();
    for (int id = 0; id < PRODUCERS; id++) {
      open.add(sent(id, ABORTED));
    }
    ContainerBroker broker = cluster.brokers().get(0);
    broker.kill();
    // nobody ends what is open; the broker finds it overdue when it comes back
    open.forEach(producer -> producer.close(Duration.ZERO));
    Thread.sleep(TRANSACTION_TIMEOUT_MS + 1_000);
    broker.restart();
    for (int id = 0; id < PRODUCERS; id++) {
      try (KafkaProducer<byte[], byte[]> producer = sent(id, COMMITTED)) {
        producer.commitTransaction();
      }
    }
    Map<Byte, Integer> seen = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record :
        new BrokerProbe(cluster.bootstrapServers()).committed(topic())) {
      seen.merge(record.value()[0], 1, Integer::sum);
    }
    assertEquals(Map.of(COMMITTED[0], PRODUCERS), seen, "committed records by what was to be");
  }

  @Test
  void nobodyIsWarnedOfABrokerThatKeepsThis() {
    assertEquals(Optional.empty(), BrokerRelease.remark(config));
  }

  /** A producer whose transaction is open and has one record on the broker. */
  private static KafkaProducer<byte[], byte[]> sent(int id, byte[] value) throws Exception {
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "transactional.id",
                "producer-" + id,
                "transaction.timeout.ms",
                TRANSACTION_TIMEOUT_MS,
                "max.block.ms",
                240_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic(), id % PARTITIONS, null, value)).get();
    return producer;
  }

  private static String topic() {
    return config.get(Keys.RECOGNIZED_NUMBERS);
  }
}
