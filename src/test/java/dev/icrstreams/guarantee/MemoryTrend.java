package dev.icrstreams.guarantee;

import dev.icrstreams.support.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a service's memory grows: what is resident, what of that is outside the JVM's own books
 * (networks, native libraries), and the direct buffers within them. Megabytes; for one thread.
 */
final class MemoryTrend {
  private static final double MEGABYTE = 1 << 20;

  private final List<Sample> samples = new ArrayList<>();

  /**
   * What was there at a time.
   *
   * @param seconds since the beginning
   * @param resident all of the process
   * @param offHeap {@code icr_native_memory_bytes}: resident, less what the JVM has committed
   * @param direct direct buffers, as the JVM counts them
   */
  record Sample(double seconds, double resident, double offHeap, double direct) {

    /** Reads a page of metrics. */
    static Sample of(double seconds, String scraped) {
      return new Sample(
          seconds,
          Operations.sum(scraped, "process_resident_memory_bytes") / MEGABYTE,
          Operations.sum(scraped, "icr_native_memory_bytes") / MEGABYTE,
          Operations.sum(scraped, "jvm_buffer_memory_used_bytes", "direct") / MEGABYTE);
    }
  }

  private interface Column {
    double of(Sample sample);
  }

  void add(Sample sample) {
    samples.add(sample);
  }

  /** The faster growth of the two that a leak outside the heap would show in, in MB an hour. */
  double growth() {
    return Math.max(slope(Sample::resident), slope(Sample::offHeap));
  }

  /** The slope of the least-squares line through the second half, in megabytes an hour. */
  private double slope(Column column) {
    List<Sample> half = samples.subList(samples.size() / 2, samples.size());
    double seconds = half.stream().mapToDouble(Sample::seconds).average().orElseThrow();
    double mean = half.stream().mapToDouble(column::of).average().orElseThrow();
    double both = 0;
    double square = 0;
    for (Sample sample : half) {
      both += (sample.seconds() - seconds) * (column.of(sample) - mean);
      square += (sample.seconds() - seconds) * (sample.seconds() - seconds);
    }
    return square == 0 ? 0 : both / square * 3_600;
  }

  @Override
  public String toString() {
    return text("resident", Sample::resident)
        + ", "
        + text("off-heap", Sample::offHeap)
        + ", "
        + text("direct buffers", Sample::direct);
  }

  private String text(String name, Column column) {
    return String.format(
        Locale.ROOT,
        "%s %.0f MB (%+.1f MB/h)",
        name,
        column.of(samples.get(samples.size() - 1)),
        slope(column));
  }
}
