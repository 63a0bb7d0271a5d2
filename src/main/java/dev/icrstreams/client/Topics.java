package dev.icrstreams.client;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Key;
import dev.icrstreams.config.Keys;
import dev.icrstreams.wire.RecordSizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes and checks the service's topics. */
public final class Topics {
  private static final List<Key<String>> ALL =
      List.of(
          Keys.SCANNED_FIELDS,
          Keys.RECOGNIZED_NUMBERS,
          Keys.REVIEW_ITEMS,
          Keys.REJECTED_FIELDS,
          Keys.CORRECTIONS);

  /** Topics whose records carry images and so may be larger than the input. */
  private static final List<Key<String>> LARGE = List.of(Keys.REVIEW_ITEMS, Keys.REJECTED_FIELDS);

  private static final int VISIBILITY_CHECKS = 150;
  private static final Duration VISIBILITY_PAUSE = Duration.ofMillis(100);

  private final Config config;
  private final int largestInput;
  private final int largestOutput;

  /** For the names and sizes of this configuration. */
  public Topics(Config config) {
    this.config = config;
    this.largestInput = RecordSizes.largestInput(config);
    this.largestOutput = RecordSizes.largestOutput(config);
  }

  /**
   * A topic after {@link #create}.
   *
   * @param name its name
   * @param created whether it was made now
   */
  public record Created(String name, boolean created) {}

  /**
   * Makes the topics that are missing and leaves the others as they are.
   *
   * @throws BrokerException if the broker cannot or will not
   */
  public List<Created> create() {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      List<NewTopic> wanted = ALL.stream().map(this::topic).toList();
      var results = broker.admin().createTopics(wanted).values();
      List<Created> topics = new ArrayList<>();
      for (NewTopic topic : wanted) {
        topics.add(new Created(topic.name(), created(broker, topic.name(), results)));
      }
      awaitVisible(broker, wanted.stream().map(NewTopic::name).toList());
      return topics;
    }
  }

  /**
   * What keeps the service from working with the topics as they are, a line each; empty if nothing
   * does.
   *
   * @throws BrokerException if the broker cannot be asked
   */
  public List<String> problems() {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      List<String> problems = new ArrayList<>();
      var existing = broker.require(broker.admin().listTopics().names(), "cannot list the topics");
      for (Key<String> key : ALL) {
        if (!existing.contains(config.get(key))) {
          problems.add("there is no topic " + config.get(key) + " (" + key.name() + ")");
        }
      }
      if (problems.isEmpty()) {
        LARGE.forEach(key -> tooSmall(broker, config.get(key)).ifPresent(problems::add));
      }
      return problems;
    }
  }

  /** A topic that was made is not at once known to every broker. */
  private static void awaitVisible(BrokerAdmin broker, List<String> names) {
    for (int attempt = 0; attempt < VISIBILITY_CHECKS; attempt++) {
      if (broker
          .require(broker.admin().listTopics().names(), "cannot list the topics")
          .containsAll(names)) {
        return;
      }
      LockSupport.parkNanos(VISIBILITY_PAUSE.toNanos());
    }
    throw new BrokerException("the broker made the topics, but does not list them");
  }

  private NewTopic topic(Key<String> key) {
    Map<String, String> settings = new HashMap<>();
    if (LARGE.contains(key)) {
      settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largestOutput));
    } else if (key.equals(Keys.SCANNED_FIELDS)) {
      settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largestInput));
    }
    int replicas = config.get(Keys.TOPIC_REPLICATION);
    return new NewTopic(
            config.get(key),
            Optional.of(config.get(Keys.TOPIC_PARTITIONS)),
            replicas < 1 ? Optional.empty() : Optional.of((short) replicas))
        .configs(settings);
  }

  private static boolean created(
      BrokerAdmin broker,
      String name,
      Map<String, org.apache.kafka.common.KafkaFuture<Void>> results) {
    try {
      broker.answer(results.get(name));
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw new BrokerException(
          "cannot make the topic " + name + ": " + e.getCause().getMessage(), e);
    }
  }

  private Optional<String> tooSmall(BrokerAdmin broker, String name) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    var settings =
        broker.require(
            broker.admin().describeConfigs(List.of(resource)).all(), "cannot describe " + name);
    int allowed =
        Integer.parseInt(settings.get(resource).get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    return allowed >= largestOutput
        ? Optional.empty()
        : Optional.of(
            "the topic "
                + name
                + " takes records of "
                + allowed
                + " bytes (max.message.bytes), and needs to take "
                + largestOutput);
  }
}
