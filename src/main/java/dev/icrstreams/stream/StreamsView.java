package dev.icrstreams.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * What a running topology tells of itself, in words of this project, for those who watch it.
 * Threads may share it.
 */
public final class StreamsView {
  private final KafkaStreams streams;
  private final TopologyDescription description;

  /** A view of this instance; the topology is the one that it was made from. */
  public StreamsView(KafkaStreams streams, Topology topology) {
    this.streams = streams;
    this.description = topology.describe();
  }

  /**
   * One stream thread.
   *
   * @param name its name
   * @param state Kafka Streams' name for its state
   * @param tasks the partitions that it works on, each a task
   */
  public record StreamThread(String name, String state, List<String> tasks) {}

  /**
   * A partition of the input.
   *
   * @param topic its topic
   * @param partition its number
   * @param lag records between what is committed and the end, as far as it is known
   */
  public record InputLag(String topic, int partition, long lag) {}

  /**
   * A node of the topology.
   *
   * @param name its name
   * @param kind {@code source}, {@code processor} or {@code sink}
   * @param topics what it reads or writes; empty for a processor
   * @param successors the nodes that its records go to
   */
  public record Node(String name, String kind, String topics, List<String> successors) {}

  /** Kafka Streams' name for the instance's state, such as {@code RUNNING}. */
  public String state() {
    return streams.state().name();
  }

  /** Whether it consumes and is not just sharing out partitions. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** Whether it has ended, or has no way left but to end, by itself. */
  public boolean hasFailed() {
    return switch (streams.state()) {
      case ERROR, PENDING_ERROR -> true;
      case RUNNING, REBALANCING -> threads().stream().allMatch(t -> t.state().equals("DEAD"));
      default -> false;
    };
  }

  /** The stream threads by name. */
  public List<StreamThread> threads() {
    return streams.metadataForLocalThreads().stream()
        .map(
            thread ->
                new StreamThread(
                    thread.threadName(),
                    thread.threadState(),
                    thread.activeTasks().stream()
                        .map(task -> task.taskId().toString())
                        .sorted()
                        .toList()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /** How far this instance is behind, for each partition that it works on. */
  public List<InputLag> lag() {
    List<InputLag> lags = new ArrayList<>();
    for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
      for (TaskMetadata task : thread.activeTasks()) {
        task.endOffsets()
            .forEach(
                (partition, end) -> {
                  long done = Math.max(0, task.committedOffsets().getOrDefault(partition, 0L));
                  long lag = Math.max(0, end - done);
                  lags.add(new InputLag(partition.topic(), partition.partition(), lag));
                });
      }
    }
    return lags;
  }

  /** Kafka Streams' and its clients' own metrics. */
  public Map<MetricName, ? extends Metric> metrics() {
    return streams.metrics();
  }

  /** Kafka Streams' description of the topology. */
  public String description() {
    return description.toString();
  }

  /** The nodes by name. */
  public List<Node> nodes() {
    Map<String, Node> nodes = new TreeMap<>();
    for (TopologyDescription.Subtopology part : description.subtopologies()) {
      for (TopologyDescription.Node node : part.nodes()) {
        nodes.put(node.name(), node(node));
      }
    }
    return List.copyOf(nodes.values());
  }

  private static Node node(TopologyDescription.Node node) {
    List<String> successors =
        node.successors().stream().map(TopologyDescription.Node::name).sorted().toList();
    if (node instanceof TopologyDescription.Source source) {
      return new Node(node.name(), "source", String.join(", ", source.topicSet()), successors);
    }
    if (node instanceof TopologyDescription.Sink sink) {
      return new Node(node.name(), "sink", String.valueOf(sink.topic()), successors);
    }
    return new Node(node.name(), "processor", "", successors);
  }
}
