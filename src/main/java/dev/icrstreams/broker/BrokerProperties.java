package dev.icrstreams.broker;

import java.nio.file.Path;
import java.util.Properties;

/** The server.properties of a single-node KRaft cluster that starts fast and stays small. */
final class BrokerProperties {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String CLIENT_LISTENER = "PLAINTEXT";
  private static final int KAFKA_REQUEST_BYTES = 100 * 1024 * 1024;
  private static final int REQUEST_OVERHEAD_BYTES = 1024 * 1024;

  private BrokerProperties() {}

  static Properties of(BrokerOptions options, Path directory, int port, int controllerPort) {
    String clients = LoopbackPorts.HOST + ":" + port;
    String controller = LoopbackPorts.HOST + ":" + controllerPort;
    Properties server = new Properties();
    server.put("process.roles", "broker,controller");
    server.put("node.id", Integer.toString(NODE_ID));
    server.put("controller.quorum.voters", NODE_ID + "@" + controller);
    server.put("controller.listener.names", CONTROLLER_LISTENER);
    server.put("inter.broker.listener.name", CLIENT_LISTENER);
    server.put(
        "listeners",
        CLIENT_LISTENER + "://" + clients + "," + CONTROLLER_LISTENER + "://" + controller);
    server.put("log.dirs", directory.toString());

    for (String topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      server.put(topic + ".replication.factor", "1");
      // Kafka's 50 partitions cost each first start and each directory, and buy one node nothing.
      server.put(topic + ".num.partitions", "4");
    }
    server.put("transaction.state.log.min.isr", "1");
    server.put("share.coordinator.state.topic.replication.factor", "1");
    server.put("share.coordinator.state.topic.min.isr", "1");

    // Both wait three seconds by default for more members before the first assignment.
    server.put("group.initial.rebalance.delay.ms", "0");
    server.put("group.streams.initial.rebalance.delay.ms", "0");

    // A misspelt topic is an error here as on most clusters, not a new topic.
    server.put("auto.create.topics.enable", "false");
    server.put("message.max.bytes", Integer.toString(options.maxRecordBytes()));
    server.put("socket.request.max.bytes", Integer.toString(requestBytes(options)));
    // The log cleaner takes 128 MiB of heap for its table otherwise.
    server.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 * 1024 * 1024));
    server.putAll(options.properties());
    return server;
  }

  // Kafka closes the connection of a client whose request is larger, without an answer to it.
  private static int requestBytes(BrokerOptions options) {
    long wanted = (long) options.maxRecordBytes() + REQUEST_OVERHEAD_BYTES;
    return (int) Math.min(Integer.MAX_VALUE, Math.max(KAFKA_REQUEST_BYTES, wanted));
  }
}
