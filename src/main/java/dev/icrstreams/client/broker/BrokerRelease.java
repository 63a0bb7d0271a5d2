package dev.icrstreams.client.broker;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.SupportedVersionRange;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Whether the brokers are of a release that can commit answers that were not to be (KAFKA-20734;
 * RELIABILITY.md, "What the brokers must be").
 */
public final class BrokerRelease {
  private static final String METADATA_FEATURE = "metadata.version";

  /** The metadata version that Kafka 4.3.0 came with; no later release is known to be mended. */
  private static final short FIRST_AFFECTED = 30;

  private BrokerRelease() {}

  /**
   * What an operator must know of these brokers and the service's output topics, in one line; empty
   * if there is nothing.
   *
   * @throws BrokerException if a broker cannot be asked, or has not all topics
   */
  public static Optional<String> remark(Config config) {
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      SupportedVersionRange range =
          broker
              .require(
                  broker.admin().describeFeatures().featureMetadata(), "cannot ask for features")
              .supportedFeatures()
              .get(METADATA_FEATURE);
      if (range == null || range.maxVersion() < FIRST_AFFECTED) {
        return Optional.empty();
      }
      List<String> single = new ArrayList<>();
      for (var key : List.of(Keys.RECOGNIZED_NUMBERS, Keys.REVIEW_ITEMS, Keys.REJECTED_FIELDS)) {
        String name = config.get(key);
        TopicDescription topic =
            broker
                .require(
                    broker.admin().describeTopics(List.of(name)).allTopicNames(),
                    "cannot look for the topic " + name)
                .get(name);
        if (topic.partitions().stream().anyMatch(it -> it.replicas().size() == 1)) {
          single.add(name);
        }
      }
      return single.isEmpty() ? Optional.empty() : Optional.of(remark(single));
    }
  }

  private static String remark(List<String> single) {
    return "brokers of Kafka 4.3.0 to 4.4.0 can commit answers that were not to be when a broker"
        + " crashes (KAFKA-20734), and these are 4.3 or later: fields may then be answered twice in "
        + String.join(", ", single)
        + ", which have one replica; take brokers of 4.2.2, or three replicas,"
        + " also of Kafka's own topics";
  }
}
