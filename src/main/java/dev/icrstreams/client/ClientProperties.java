package dev.icrstreams.client;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Keys;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** What every Kafka client of the project starts from. */
final class ClientProperties {
  private ClientProperties() {}

  /** The pass-through properties and the brokers; callers add their own. */
  static Map<String, Object> of(Config config) {
    Map<String, Object> properties = new HashMap<>(config.kafka());
    properties.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.get(Keys.BOOTSTRAP_SERVERS));
    return properties;
  }
}
