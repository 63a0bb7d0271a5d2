package dev.icrstreams.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.ConfigException;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.support.ReadSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be told of the topology before a record flows. */
class TopologyTest {
  private static final Config CONFIG = ReadSamples.CONFIG;

  @Test
  void aMissingListStopsTheStart() {
    Config config = CONFIG.with(Map.of("icr.allowed.ours", "/no/such/list"), "test");
    var e = assertThrows(ConfigException.class, () -> IcrTopology.of(config, StageListener.NONE));
    assertEquals(
        "icr.allowed.ours=/no/such/list (from test): there is no such file", e.getMessage());
  }

  @Test
  void tellsItsStoryInItsDescription() {
    String description = IcrTopology.of(CONFIG, StageListener.NONE).describe().toString();
    for (String node : List.of("decode", "segment", "classify", "decide", "answer")) {
      assertTrue(description.contains("Processor: " + node + " "), description);
    }
  }
}
