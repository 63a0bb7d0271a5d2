package dev.icrstreams.monitor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's physical memory, as Linux counts it. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LINE = "VmRSS:";

  private ProcessMemory() {}

  /** In bytes; not a number where there is no such file. */
  static double resident() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(LINE)) {
          return 1024.0 * Long.parseLong(line.substring(LINE.length()).replace("kB", "").strip());
        }
      }
    } catch (IOException e) {
      return Double.NaN;
    }
    return Double.NaN;
  }

  /** The part of it that the JVM does not manage. ND4J keeps no books of what it allocates. */
  static double unmanaged() {
    double resident = resident();
    if (Double.isNaN(resident)) {
      return resident;
    }
    MemoryMXBean jvm = ManagementFactory.getMemoryMXBean();
    double managed =
        touched(jvm.getHeapMemoryUsage(), MemoryType.HEAP)
            + touched(jvm.getNonHeapMemoryUsage(), MemoryType.NON_HEAP);
    return Math.max(0, resident - managed);
  }

  /**
   * At most what is committed, and of that what was ever used: a heap that begins large has pages
   * that nothing was written to yet, which are committed and not resident.
   */
  private static long touched(MemoryUsage all, MemoryType type) {
    long used =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == type && pool.getPeakUsage() != null)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    return Math.min(all.getCommitted(), used);
  }
}
