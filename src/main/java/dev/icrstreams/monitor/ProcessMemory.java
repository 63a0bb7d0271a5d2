package dev.icrstreams.monitor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
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
    MemoryMXBean jvm = ManagementFactory.getMemoryMXBean();
    double managed =
        jvm.getHeapMemoryUsage().getCommitted() + jvm.getNonHeapMemoryUsage().getCommitted();
    double resident = resident();
    return Double.isNaN(resident) ? resident : Math.max(0, resident - managed);
  }
}
