package dev.icrstreams.client;

import dev.icrstreams.client.broker.BrokerAdmin;
import dev.icrstreams.client.broker.BrokerException;
import dev.icrstreams.client.broker.Refusal;
import dev.icrstreams.client.broker.Right;
import dev.icrstreams.config.Config;
import dev.icrstreams.config.Key;
import dev.icrstreams.config.Keys;
import dev.icrstreams.wire.RecordSizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes and checks the service's topics. */
public final class Topics {
  /** The keys of all topics' names. */
  public static final List<Key<String>> ALL =
      List.of(
          Keys.SCANNED_FIELDS,
          Keys.RECOGNIZED_NUMBERS,
          Keys.REVIEW_ITEMS,
          Keys.REJECTED_FIELDS,
          Keys.CORRECTIONS);

  /** Topics that the service reads; it writes the others. */
  private static final Set<Key<String>> INPUTS = Set.of(Keys.SCANNED_FIELDS, Keys.CORRECTIONS);

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
   * A topic as it was found or made.
   *
   * @param name its name
   * @param exists whether it is there
   * @param created whether it was made now
   * @param retention how long it keeps records, in words; empty if it is not there
   * @param problem what keeps the service from working with it
   * @param remark what is not as configured, but keeps nobody from working
   */
  public record State(
      String name,
      boolean exists,
      boolean created,
      String retention,
      Optional<String> problem,
      Optional<String> remark) {}

  /**
   * Makes the topics that are missing and leaves the others as they are.
   *
   * @throws BrokerException if the broker cannot or will not
   */
  public List<State> create() {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      List<NewTopic> wanted = ALL.stream().map(this::topic).toList();
      var results = broker.admin().createTopics(wanted).values();
      Set<String> created = new HashSet<>();
      for (NewTopic topic : wanted) {
        if (created(broker, topic.name(), results.get(topic.name()))) {
          created.add(topic.name());
        }
      }
      awaitVisible(broker, created);
      return ALL.stream()
          .map(key -> state(broker, key, created.contains(config.get(key))))
          .toList();
    }
  }

  /**
   * The topics as they are. Asks for their settings, which takes the right to DESCRIBE_CONFIGS.
   *
   * @throws BrokerException if the broker cannot or will not
   */
  public List<State> states() {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      return ALL.stream().map(key -> state(broker, key, false)).toList();
    }
  }

  /**
   * Gives topics whose records stay for another time than configured the configured one, and those
   * whose segments are open for too long to keep to it a shorter time for these.
   *
   * @return the names of the topics that were changed
   * @throws BrokerException if the broker cannot or will not
   */
  public List<String> applyRetention() {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      List<String> changed = new ArrayList<>();
      for (Key<String> key : ALL) {
        if (describe(broker, key, Right.on(AclOperation.DESCRIBE, config.get(key))).isPresent()
            && applyRetention(broker, key)) {
          changed.add(config.get(key));
        }
      }
      return changed;
    }
  }

  /**
   * What keeps the service from working with the topics as they are and the rights that it has, a
   * line each; empty if nothing does.
   *
   * @throws BrokerException if the broker cannot be asked
   */
  public List<String> problems() {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      List<String> problems = new ArrayList<>();
      for (Key<String> key : ALL) {
        Right right =
            INPUTS.contains(key) ? Right.read(config.get(key)) : Right.write(config.get(key));
        problem(broker, key, right).ifPresent(problems::add);
      }
      if (problems.isEmpty()) {
        LARGE.stream()
            .map(config::get)
            .forEach(name -> tooSmall(name, settings(broker, name)).ifPresent(problems::add));
      }
      return problems;
    }
  }

  private Optional<String> problem(BrokerAdmin broker, Key<String> key, Right right) {
    return describe(broker, key, right)
        .map(
            topic ->
                topic.authorizedOperations() == null
                        || topic.authorizedOperations().contains(right.operation())
                    ? Optional.<String>empty()
                    : Optional.of("not allowed; the service needs " + right))
        .orElseGet(() -> Optional.of(missing(key)));
  }

  private Optional<TopicDescription> describe(BrokerAdmin broker, Key<String> key, Right right) {
    String name = config.get(key);
    try {
      return Optional.of(
          broker.answer(
              broker
                  .admin()
                  .describeTopics(
                      List.of(name), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                  .topicNameValues()
                  .get(name)));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw new BrokerException(
          "cannot look for the topic " + name + ": " + Refusal.reason(e.getCause(), right), e);
    }
  }

  private String missing(Key<String> key) {
    return "there is no topic " + config.get(key) + " (" + key.name() + ")";
  }

  private State state(BrokerAdmin broker, Key<String> key, boolean created) {
    String name = config.get(key);
    if (describe(broker, key, Right.on(AclOperation.DESCRIBE, name)).isEmpty()) {
      return new State(name, false, false, "", Optional.of(missing(key)), Optional.empty());
    }
    var settings = settings(broker, name);
    UnaryOperator<String> is = setting -> settings.get(setting).value();
    Optional<String> remark = Retention.remark(config, key, is);
    Optional<String> problem = LARGE.contains(key) ? tooSmall(name, settings) : Optional.empty();
    String retention = Retention.words(is.apply(TopicConfig.RETENTION_MS_CONFIG));
    return new State(name, true, created, retention, problem, remark);
  }

  private boolean applyRetention(BrokerAdmin broker, Key<String> key) {
    String name = config.get(key);
    Map<String, String> missed = missed(broker, key);
    if (missed.isEmpty()) {
      return false;
    }
    broker.require(
        broker
            .admin()
            .incrementalAlterConfigs(Map.of(resource(name), Retention.changes(missed)))
            .all(),
        "cannot change the topic " + name,
        Right.on(AclOperation.ALTER_CONFIGS, name));
    // brokers have it a moment after the controller
    for (int i = 0; i < VISIBILITY_CHECKS && !missed(broker, key).isEmpty(); i++) {
      LockSupport.parkNanos(VISIBILITY_PAUSE.toNanos());
    }
    return true;
  }

  private Map<String, String> missed(BrokerAdmin broker, Key<String> key) {
    var settings = settings(broker, config.get(key));
    return Retention.missed(config, key, setting -> settings.get(setting).value());
  }

  /** A topic that was made is not at once known to every broker. */
  private void awaitVisible(BrokerAdmin broker, Set<String> made) {
    List<Key<String>> hidden = new ArrayList<>(ALL);
    hidden.removeIf(key -> !made.contains(config.get(key)));
    for (int attempt = 0; attempt < VISIBILITY_CHECKS; attempt++) {
      hidden.removeIf(
          key ->
              describe(broker, key, Right.on(AclOperation.DESCRIBE, config.get(key))).isPresent());
      if (hidden.isEmpty()) {
        return;
      }
      LockSupport.parkNanos(VISIBILITY_PAUSE.toNanos());
    }
    throw new BrokerException(
        "the brokers made topics and do not show them: "
            + hidden.stream().map(config::get).collect(Collectors.joining(", ")));
  }

  private NewTopic topic(Key<String> key) {
    Map<String, String> settings = new HashMap<>(Retention.settings(config, key));
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

  private static boolean created(BrokerAdmin broker, String name, KafkaFuture<Void> result) {
    try {
      broker.answer(result);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      String reason = Refusal.reason(e.getCause(), Right.on(AclOperation.CREATE, name));
      throw new BrokerException("cannot make the topic " + name + ": " + reason, e);
    }
  }

  private Optional<String> tooSmall(String name, org.apache.kafka.clients.admin.Config settings) {
    int allowed = Integer.parseInt(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    return allowed >= largestOutput
        ? Optional.empty()
        : Optional.of(
            "the topic %s takes records of %s bytes (max.message.bytes), and needs to take %s"
                .formatted(name, allowed, largestOutput));
  }

  private static org.apache.kafka.clients.admin.Config settings(BrokerAdmin broker, String name) {
    return broker
        .require(
            broker.admin().describeConfigs(List.of(resource(name))).all(),
            "cannot describe " + name,
            Right.on(AclOperation.DESCRIBE_CONFIGS, name))
        .get(resource(name));
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
