package dev.icrstreams.guarantee;

import dev.icrstreams.support.ContainerCluster;
import dev.icrstreams.support.ReadSamples;
import dev.icrstreams.support.RequiresDocker;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three brokers in containers, each topic on all of them and Kafka's own too, two needed to write:
 * one is lost under load and comes back. More of it as in {@link BrokerFaultsIT}, with its name.
 */
@RequiresDocker
class LostBrokerIT {
  private static ContainerCluster cluster;
  private static Map<String, Content> undisturbed;

  @BeforeAll
  static void start() {
    cluster = ContainerCluster.start(3, Site.settings());
    undisturbed = Undisturbed.contents(ReadSamples.CONFIG);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED", "DISCONNECTED"})
  void nothingIsLostOrRepeatedWhenOneOfThreeBrokersIs(BrokerFault fault) throws Exception {
    new FaultRun(cluster, undisturbed).under(fault);
  }
}
