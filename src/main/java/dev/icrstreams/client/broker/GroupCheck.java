package dev.icrstreams.client.broker;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.GroupProtocol;
import dev.icrstreams.config.Keys;
import java.util.Optional;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;

/** Whether brokers and group go with the configured rebalance protocol. */
public final class GroupCheck {
  private static final String STREAMS_FEATURE = "streams.version";

  private GroupCheck() {}

  /**
   * What keeps the service from joining its group, in one line; empty if nothing does.
   *
   * @throws BrokerException if the broker cannot be asked
   */
  public static Optional<String> problem(Config config) {
    GroupProtocol protocol = config.get(Keys.GROUP_PROTOCOL);
    try (BrokerAdmin broker = new BrokerAdmin(config)) {
      if (protocol == GroupProtocol.STREAMS && !knowsStreamsGroups(broker)) {
        return Optional.of(
            "the brokers do not offer the streams rebalance protocol (feature streams.version, Kafka"
                + " 4.2 or later): set "
                + Keys.GROUP_PROTOCOL.name()
                + "=classic");
      }
      String group = config.get(Keys.APPLICATION_ID);
      GroupType wanted = protocol == GroupProtocol.STREAMS ? GroupType.STREAMS : GroupType.CLASSIC;
      return broker.require(broker.admin().listGroups().all(), "cannot list the groups").stream()
          .filter(listing -> listing.groupId().equals(group))
          .filter(listing -> !isOfType(listing, wanted) && !isEmpty(listing))
          .findFirst()
          .map(
              listing ->
                  "the group "
                      + group
                      + " has members with the "
                      + listing.type().map(GroupType::toString).orElse("unknown")
                      + " protocol, this instance has "
                      + protocol
                      + ": stop them first, or set "
                      + Keys.GROUP_PROTOCOL.name());
    }
  }

  private static boolean knowsStreamsGroups(BrokerAdmin broker) {
    var features =
        broker
            .require(broker.admin().describeFeatures().featureMetadata(), "cannot ask for features")
            .finalizedFeatures();
    return features.containsKey(STREAMS_FEATURE)
        && features.get(STREAMS_FEATURE).maxVersionLevel() >= 1;
  }

  private static boolean isOfType(GroupListing listing, GroupType wanted) {
    return listing.type().map(wanted::equals).orElse(true);
  }

  private static boolean isEmpty(GroupListing listing) {
    return listing
        .groupState()
        .map(state -> state == GroupState.EMPTY || state == GroupState.DEAD)
        .orElse(false);
  }
}
