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
 * The only broker, in a container, killed, paused for longer than the session timeout, cut off.
 * More of it: {@code mvn verify -Dit.test=BrokerFaultsIT -Dtest=none
 * -Dsurefire.failIfNoSpecifiedTests=false -Dicr.faults=20 -Dicr.seed=1}; see {@link FaultRun}.
 */
@RequiresDocker
class BrokerFaultsIT {
  private static ContainerCluster cluster;
  private static Map<String, Content> undisturbed;

  @BeforeAll
  static void start() {
    cluster = ContainerCluster.start(1, Site.settings());
    undisturbed = Undisturbed.contents(ReadSamples.CONFIG);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"KILLED", "PAUSED", "SILENCED"})
  void nothingIsLostOrRepeatedWhenTheBrokerIs(BrokerFault fault) throws Exception {
    new FaultRun(cluster, undisturbed).under(fault);
  }
}
