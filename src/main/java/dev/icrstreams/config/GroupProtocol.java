package dev.icrstreams.config;

import java.util.Locale;

/** How the service's instances share the input's partitions. */
public enum GroupProtocol {
  /** The streams rebalance protocol of KIP-1071. */
  STREAMS,
  /** The classic consumer group protocol. */
  CLASSIC;

  static GroupProtocol parse(String text) {
    for (GroupProtocol protocol : values()) {
      if (protocol.toString().equals(text)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException();
  }

  /** Kafka's own name for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
