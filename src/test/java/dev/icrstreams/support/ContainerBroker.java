package dev.icrstreams.support;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports.Binding;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * One broker and controller of a {@link ContainerCluster}, to be killed, paused and cut off.
 * Clients reach it through a {@link Relay}: Docker gives a container another port whenever it or
 * its network comes back, while what a broker advertises must stay.
 */
public final class ContainerBroker implements AutoCloseable {
  private static final int CLIENTS = 9092;
  private static final Duration START = Duration.ofMinutes(4);

  private final String name;
  private final Network network;
  private final Relay relay;
  private final GenericContainer<?> container;

  ContainerBroker(int id, String voters, Network network, Map<String, String> settings) {
    this.name = name(id);
    this.network = network;
    this.relay = Relay.to(this::address);
    Map<String, String> all = new HashMap<>(settings);
    all.put("node.id", Integer.toString(id));
    all.put("process.roles", "broker,controller");
    all.put("controller.quorum.voters", voters);
    all.put("controller.listener.names", "CONTROLLER");
    all.put("inter.broker.listener.name", "INSIDE");
    all.put("listeners", "OUTSIDE://:" + CLIENTS + ",INSIDE://:19092,CONTROLLER://:9093");
    all.put(
        "advertised.listeners", "OUTSIDE://" + relay.address() + ",INSIDE://" + name + ":19092");
    all.put(
        "listener.security.protocol.map",
        "OUTSIDE:PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT");
    all.put("log.dirs", "/var/lib/kafka/data");
    this.container =
        new GenericContainer<>(KafkaContainers.image())
            .withNetwork(network)
            .withNetworkAliases(name)
            .withExposedPorts(CLIENTS)
            .withEnv("CLUSTER_ID", "aWNyLXN0cmVhbXMtZmF1bHQ")
            .withEnv("KAFKA_HEAP_OPTS", "-Xmx320m -Xms128m")
            .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1))
            .withStartupTimeout(START);
    all.forEach(
        (key, value) ->
            container.withEnv("KAFKA_" + key.replace('.', '_').toUpperCase(Locale.ROOT), value));
  }

  /** Its name among the brokers. */
  static String name(int id) {
    return "kafka-" + id;
  }

  GenericContainer<?> container() {
    return container;
  }

  /** What clients take as {@code bootstrap.servers}. */
  String bootstrapServer() {
    return relay.address();
  }

  /** SIGKILL; the data stay. */
  public void kill() {
    docker().killContainerCmd(id()).exec();
  }

  /** Starts it again after {@link #kill}, with its data. */
  public void restart() {
    docker().startContainerCmd(id()).exec();
  }

  /** Freezes all its processes. */
  public void pause() {
    docker().pauseContainerCmd(id()).exec();
  }

  /** Lets them go on. */
  public void unpause() {
    docker().unpauseContainerCmd(id()).exec();
  }

  /** Lets nothing of what clients and broker send each other get through. */
  public void silence() {
    relay.silence();
  }

  /** Ends {@link #silence}. */
  public void speak() {
    relay.speak();
  }

  /** Takes it off the network: neither clients nor the other brokers reach it, and it lives. */
  public void disconnect() {
    docker().disconnectFromNetworkCmd().withNetworkId(network.getId()).withContainerId(id()).exec();
  }

  /** Ends {@link #disconnect}. */
  public void connect() {
    docker()
        .connectToNetworkCmd()
        .withNetworkId(network.getId())
        .withContainerId(id())
        .withContainerNetwork(new ContainerNetwork().withAliases(name))
        .exec();
  }

  private String id() {
    return container.getContainerId();
  }

  private DockerClient docker() {
    return container.getDockerClient();
  }

  /** Where Docker publishes the clients' port now. */
  private InetSocketAddress address() {
    Binding[] bindings =
        docker()
            .inspectContainerCmd(id())
            .exec()
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(ExposedPort.tcp(CLIENTS));
    if (bindings == null || bindings.length == 0) {
      throw new IllegalStateException(name + " is off the network");
    }
    return new InetSocketAddress(
        container.getHost(), Integer.parseInt(bindings[0].getHostPortSpec()));
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() {
    container.close();
    relay.close();
  }
}
