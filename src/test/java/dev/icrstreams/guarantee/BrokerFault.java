package dev.icrstreams.guarantee;

import dev.icrstreams.support.ContainerBroker;

/** What befalls a broker in a container, and how it ends. */
enum BrokerFault {
  /** SIGKILL and a start with the same data: what was in its memory is gone. */
  KILLED,
  /** Frozen: when it goes on, its clock has jumped and every session has expired at once. */
  PAUSED,
  /** Clients hear nothing, not even that it is gone; it lives, and drops them from their group. */
  SILENCED,
  /** Off the network: the other brokers go on without it while it believes itself their leader. */
  DISCONNECTED;

  void begin(ContainerBroker broker) {
    switch (this) {
      case KILLED -> broker.kill();
      case PAUSED -> broker.pause();
      case SILENCED -> broker.silence();
      case DISCONNECTED -> broker.disconnect();
    }
  }

  void end(ContainerBroker broker) {
    switch (this) {
      case KILLED -> broker.restart();
      case PAUSED -> broker.unpause();
      case SILENCED -> broker.speak();
      case DISCONNECTED -> broker.connect();
    }
  }
}
