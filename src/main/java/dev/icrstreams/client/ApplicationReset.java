package dev.icrstreams.client;

import dev.icrstreams.client.broker.BrokerAdmin;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.broker.Refusal;
import dev.icrstreams.client.broker.Right;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Sets the service's group back to an end of its input topics, fields and corrections, and deletes
 * the internal topics that Kafka Streams made for it. Streams groups and classic groups have Admin
 * calls of their own. What was answered stays in the output topics, so that a reset to the
 * beginning answers everything a second time.
 */
public final class ApplicationReset {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(30);

  private final Config config;
  private final String group;
  private final List<String> inputs;

  /** For the group and the input topics of this configuration. */
  public ApplicationReset(Config config) {
    this.config = config;
    this.group = config.get(Keys.APPLICATION_ID);
    this.inputs = List.of(config.get(Keys.SCANNED_FIELDS), config.get(Keys.CORRECTIONS));
  }

  /** Which end of the input topic the group starts from after the reset. */
  public enum Target {
    /** The first record that is still there. */
    EARLIEST,
    /** What arrives after the reset. */
    LATEST
  }

  /**
   * One partition of the input.
   *
   * @param partition topic and number
   * @param committed where the group stands; empty if it never committed
   * @param target where the reset puts it
   */
  public record Move(TopicPartition partition, Optional<Long> committed, long target) {}

  /**
   * What a reset does.
   *
   * @param group the group
   * @param streams whether it is a streams group (KIP-1071); otherwise a classic one
   * @param moves the input's partitions in their order
   * @param internalTopics what is deleted
   */
  public record Plan(
      String group, boolean streams, List<Move> moves, List<String> internalTopics) {}

  /**
   * What {@link #execute} would do; changes nothing.
   *
   * @throws BrokerException if an instance is running, there is no such group, or the broker cannot
   *     be asked
   */
  public Plan plan(Target target) {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      Map<TopicPartition, ListOffsetsResultInfo> ends = ends(broker, target);
      boolean streams = isStreamsGroup(broker);
      refuseMembers(broker, streams);
      Map<TopicPartition, Long> committed = committed(broker, streams);
      List<Move> moves = new ArrayList<>();
      ends.forEach(
          (partition, end) ->
              moves.add(
                  new Move(
                      partition, Optional.ofNullable(committed.get(partition)), end.offset())));
      return new Plan(group, streams, moves, internalTopics(broker));
    }
  }

  /**
   * Carries a plan out: first the offsets, then the topics.
   *
   * @throws BrokerException if the broker will not; with a member in the group it refuses
   */
  public void execute(Plan plan) {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      refuseMembers(broker, plan.streams());
      Map<TopicPartition, OffsetAndMetadata> offsets = new TreeMap<>(BY_NAME);
      plan.moves()
          .forEach(move -> offsets.put(move.partition(), new OffsetAndMetadata(move.target())));
      Admin admin = broker.admin();
      broker.require(
          plan.streams()
              ? admin.alterStreamsGroupOffsets(group, offsets).all()
              : admin.alterConsumerGroupOffsets(group, offsets).all(),
          "cannot set the offsets of " + group,
          rights());
      if (!plan.internalTopics().isEmpty()) {
        broker.require(
            admin.deleteTopics(plan.internalTopics()).all(),
            "cannot delete the internal topics",
            plan.internalTopics().stream()
                .map(topic -> Right.on(AclOperation.DELETE, topic))
                .toArray(Right[]::new));
        awaitGone(broker, plan.internalTopics());
      }
    }
  }

  /** A broker may list topics for a moment after the controller has deleted them. */
  private static void awaitGone(BrokerAdmin broker, List<String> topics) {
    long deadline = System.nanoTime() + GONE_WITHIN.toNanos();
    while (!Collections.disjoint(
        broker.require(broker.admin().listTopics().names(), "cannot list the topics"), topics)) {
      if (System.nanoTime() > deadline) {
        throw new BrokerException(
            "the internal topics are deleted, but still listed after "
                + GONE_WITHIN.toSeconds()
                + " s: "
                + String.join(", ", topics));
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static final java.util.Comparator<TopicPartition> BY_NAME =
      java.util.Comparator.comparing(TopicPartition::topic)
          .thenComparing(TopicPartition::partition);

  private boolean isStreamsGroup(BrokerAdmin broker) {
    var type =
        broker.require(broker.admin().listGroups().all(), "cannot list the groups").stream()
            .filter(listing -> listing.groupId().equals(group))
            .map(listing -> listing.type().orElse(GroupType.CLASSIC))
            .findFirst()
            .orElseThrow(() -> notListed(broker));
    if (type != GroupType.STREAMS && type != GroupType.CLASSIC) {
      throw new BrokerException(
          "the group " + group + " is no group of ours, but a " + type + " one");
    }
    return type == GroupType.STREAMS;
  }

  /**
   * Brokers leave groups that one may not see out of their list without a word; asked, they tell.
   */
  private BrokerException notListed(BrokerAdmin broker) {
    members(
        broker,
        broker.admin().describeClassicGroups(List.of(group)).describedGroups().get(group),
        description -> description.members().size());
    return new BrokerException(
        "there is no group " + group + " (" + Keys.APPLICATION_ID.name() + "): nothing to reset");
  }

  private void refuseMembers(BrokerAdmin broker, boolean streams) {
    int members =
        streams
            ? members(
                broker,
                broker.admin().describeStreamsGroups(List.of(group)).describedGroups().get(group),
                description -> description.members().size())
            : members(
                broker,
                broker.admin().describeClassicGroups(List.of(group)).describedGroups().get(group),
                description -> description.members().size());
    if (members > 0) {
      throw new BrokerException(
          "the group "
              + group
              + " has "
              + members
              + " members: stop every instance first, or wait until the broker has noticed that"
              + " they are gone");
    }
  }

  private <T> int members(
      BrokerAdmin broker, KafkaFuture<T> description, java.util.function.ToIntFunction<T> count) {
    try {
      return count.applyAsInt(broker.answer(description));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw new BrokerException(
          "cannot describe the group " + group + ": " + Refusal.reason(e.getCause(), rights()), e);
    }
  }

  private Map<TopicPartition, Long> committed(BrokerAdmin broker, boolean streams) {
    Admin admin = broker.admin();
    Map<TopicPartition, OffsetAndMetadata> offsets =
        broker.require(
            streams
                ? admin
                    .listStreamsGroupOffsets(Map.of(group, new ListStreamsGroupOffsetsSpec()))
                    .partitionsToOffsetAndMetadata(group)
                : admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group),
            "cannot list the offsets of " + group,
            rights());
    Map<TopicPartition, Long> committed = new TreeMap<>(BY_NAME);
    offsets.forEach(
        (partition, offset) -> {
          if (offset != null) {
            committed.put(partition, offset.offset());
          }
        });
    return committed;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends(BrokerAdmin broker, Target target) {
    var description =
        broker.require(
            broker.admin().describeTopics(inputs).allTopicNames(),
            "cannot describe the topics " + inputs,
            rights());
    Map<TopicPartition, OffsetSpec> asked = new TreeMap<>(BY_NAME);
    for (String input : inputs) {
      for (var partition : description.get(input).partitions()) {
        asked.put(
            new TopicPartition(input, partition.partition()),
            target == Target.EARLIEST ? OffsetSpec.earliest() : OffsetSpec.latest());
      }
    }
    Map<TopicPartition, ListOffsetsResultInfo> ends = new TreeMap<>(BY_NAME);
    ends.putAll(
        broker.require(
            broker.admin().listOffsets(asked).all(),
            "cannot list the offsets of " + inputs,
            rights()));
    return ends;
  }

  /** What everything but deleting topics needs; to look alone DESCRIBE would do. */
  private Right[] rights() {
    return Stream.concat(inputs.stream().map(Right::read), Stream.of(Right.ofGroup(group)))
        .toArray(Right[]::new);
  }

  /** Kafka Streams names them after the application; a broker lists those that one may see. */
  private List<String> internalTopics(BrokerAdmin broker) {
    return broker.require(broker.admin().listTopics().names(), "cannot list the topics").stream()
        .filter(name -> name.startsWith(group + "-"))
        .filter(name -> name.endsWith("-changelog") || name.endsWith("-repartition"))
        .sorted()
        .toList();
  }
}
