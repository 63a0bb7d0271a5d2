package dev.icrstreams.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BrokerOptionsTest {
  private static final Path DATA = Path.of("data");

  @Test
  void refusesWhatNoBrokerCanTake() {
    BrokerOptions options = BrokerOptions.defaults();
    assertThrows(IllegalArgumentException.class, () -> options.withPort(65_536));
    assertThrows(IllegalArgumentException.class, () -> options.withPort(-1));
    assertThrows(IllegalArgumentException.class, () -> options.withMaxRecordBytes(0));
  }

  @Test
  void letsPropertiesOfTheCallerWin() {
    BrokerOptions options =
        BrokerOptions.defaults()
            .withProperty("auto.create.topics.enable", "true")
            .withProperty("num.partitions", "3");
    assertEquals(
        Map.of("auto.create.topics.enable", "true", "num.partitions", "3"), options.properties());
    assertEquals("true", server(options).getProperty("auto.create.topics.enable"));
  }

  @Test
  void makesRoomForRequestsThatHoldTheLargestRecord() {
    int large = 200 * 1024 * 1024;
    Properties server = server(BrokerOptions.defaults().withMaxRecordBytes(large));
    assertEquals(Integer.toString(large), server.getProperty("message.max.bytes"));
    assertEquals(
        Integer.toString(large + 1024 * 1024), server.getProperty("socket.request.max.bytes"));
    Properties largest = server(BrokerOptions.defaults().withMaxRecordBytes(Integer.MAX_VALUE));
    assertEquals(
        Integer.toString(Integer.MAX_VALUE), largest.getProperty("socket.request.max.bytes"));
  }

  private static Properties server(BrokerOptions options) {
    return BrokerProperties.of(options, DATA, 20_001, 20_002);
  }
}
