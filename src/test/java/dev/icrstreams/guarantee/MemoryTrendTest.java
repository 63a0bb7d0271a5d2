package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** That the soak sees memory that grows, and only where it has settled. */
class MemoryTrendTest {
  @Test
  void seesALeakOutsideTheHeapThatTheResidentMemoryHides() {
    MemoryTrend trend = new MemoryTrend();
    for (int minute = 0; minute < 60; minute++) {
      trend.add(new MemoryTrend.Sample(minute * 60, 700, 100 + 2 * minute, 8));
    }
    assertEquals(120, trend.growth(), 1e-6);
    assertEquals(
        "resident 700 MB (+0.0 MB/h), off-heap 218 MB (+120.0 MB/h), direct buffers 8 MB (+0.0"
            + " MB/h)",
        trend.toString());
  }

  @Test
  void leavesTheFirstHalfOut() {
    MemoryTrend trend = new MemoryTrend();
    for (int minute = 0; minute < 60; minute++) {
      trend.add(new MemoryTrend.Sample(minute * 60, Math.min(700, 300 + 20 * minute), 90, 8));
    }
    assertEquals(0, trend.growth(), 1e-6);
  }

  @Test
  void readsAPageOfMetrics() {
    String page =
        """
        process_resident_memory_bytes 10485760.0
        icr_native_memory_bytes 2097152.0
        jvm_buffer_memory_used_bytes{id="direct"} 1048576.0
        jvm_buffer_memory_used_bytes{id="mapped"} 4.0
        """;
    assertEquals(new MemoryTrend.Sample(5, 10, 2, 1), MemoryTrend.Sample.of(5, page));
  }
}
