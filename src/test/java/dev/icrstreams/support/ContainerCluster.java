package dev.icrstreams.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.testcontainers.containers.Network;
import org.testcontainers.lifecycle.Startables;

/**
 * Brokers in containers, each of them a controller too (KRaft, combined mode), with a network of
 * their own. Topics and Kafka's own are on all brokers; of three, two must have what is written.
 */
public final class ContainerCluster implements AutoCloseable {
  private final Network network = Network.newNetwork();
  private final List<ContainerBroker> brokers = new ArrayList<>();

  private ContainerCluster() {}

  /** Starts so many, with these settings besides. */
  public static ContainerCluster start(int count, Map<String, String> settings) {
    ContainerCluster cluster = new ContainerCluster();
    try {
      String voters =
          IntStream.rangeClosed(1, count)
              .mapToObj(id -> id + "@" + ContainerBroker.name(id) + ":9093")
              .collect(Collectors.joining(","));
      Map<String, String> all = new HashMap<>(replicated(count));
      all.putAll(settings);
      for (int id = 1; id <= count; id++) {
        cluster.brokers.add(new ContainerBroker(id, voters, cluster.network, all));
      }
      Startables.deepStart(cluster.brokers.stream().map(ContainerBroker::container)).join();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static Map<String, String> replicated(int count) {
    String replicas = Integer.toString(count);
    String enough = Integer.toString(Math.max(1, count - 1));
    Map<String, String> settings = new HashMap<>();
    settings.put("default.replication.factor", replicas);
    settings.put("min.insync.replicas", enough);
    settings.put("offsets.topic.replication.factor", replicas);
    settings.put("transaction.state.log.replication.factor", replicas);
    settings.put("transaction.state.log.min.isr", enough);
    settings.put("share.coordinator.state.topic.replication.factor", replicas);
    settings.put("share.coordinator.state.topic.min.isr", enough);
    // Kafka's 50 each are files to open and leaders to elect that show nothing more here
    settings.put("offsets.topic.num.partitions", "6");
    settings.put("transaction.state.log.num.partitions", "6");
    settings.put("group.streams.initial.rebalance.delay.ms", "0");
    settings.put("auto.create.topics.enable", "false");
    return settings;
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return brokers.stream().map(ContainerBroker::bootstrapServer).collect(Collectors.joining(","));
  }

  /** The brokers, in the order of their ids, which begin with 1. */
  public List<ContainerBroker> brokers() {
    return List.copyOf(brokers);
  }

  /** The fewest replicas that a partition of these topics has, and that are in sync. */
  public Replicas replicas(List<String> topics) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      var partitions =
          admin.describeTopics(topics).allTopicNames().get().values().stream()
              .map(TopicDescription::partitions)
              .flatMap(List::stream)
              .toList();
      return new Replicas(
          partitions.stream().mapToInt(it -> it.replicas().size()).min().orElseThrow(),
          partitions.stream().mapToInt(it -> it.isr().size()).min().orElseThrow());
    }
  }

  /**
   * Copies of a partition.
   *
   * @param all how many there are
   * @param inSync how many have what was acknowledged
   */
  public record Replicas(int all, int inSync) {}

  @Override
  public void close() {
    brokers.forEach(ContainerBroker::close);
    network.close();
  }
}
