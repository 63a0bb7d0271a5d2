package dev.icrstreams.evaluate.report;

import dev.icrstreams.field.Stage;
import dev.icrstreams.field.StageListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects how long the stages of each field took. The first fields are left out, while the virtual
 * machine still compiles. For one thread.
 */
public final class StageTimes implements StageListener {
  /** How many fields are left out, if there are five times as many. */
  private static final int WARM_UP = 20;

  private static final double NANOS_A_MILLI = 1e6;
  private static final double NANOS_A_SECOND = 1e9;

  private final List<Map<Stage, Long>> fields = new ArrayList<>();
  private Map<Stage, Long> current = new EnumMap<>(Stage.class);

  /**
   * What was found.
   *
   * @param fields how many were timed; 0: nothing is known
   * @param medianMillis the median field's time, all stages together
   * @param fieldsPerSecond of one thread, reading files and everything else left out
   * @param stages by stage; those that never ran are missing
   */
  public record Summary(
      int fields, double medianMillis, double fieldsPerSecond, Map<Stage, Time> stages) {}

  /**
   * One stage.
   *
   * @param medianMillis the median over the fields
   * @param share of the time of all stages and all fields, of 1
   */
  public record Time(double medianMillis, double share) {}

  @Override
  public void took(Stage stage, long nanos) {
    current.merge(stage, nanos, Long::sum);
  }

  /** Ends a field that was read. */
  public void fieldIsDone() {
    fields.add(current);
    current = new EnumMap<>(Stage.class);
  }

  /** Forgets what a rejected field took. */
  public void fieldIsRejected() {
    current.clear();
  }

  /** Sums up. */
  public Summary summary() {
    List<Map<Stage, Long>> timed =
        fields.size() >= 5 * WARM_UP ? fields.subList(WARM_UP, fields.size()) : fields;
    long[] totals =
        timed.stream()
            .mapToLong(field -> field.values().stream().mapToLong(Long::longValue).sum())
            .toArray();
    double all = Arrays.stream(totals).sum();
    Map<Stage, Time> stages = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      long[] times = timed.stream().mapToLong(field -> field.getOrDefault(stage, 0L)).toArray();
      long sum = Arrays.stream(times).sum();
      if (sum > 0) {
        stages.put(stage, new Time(medianMillis(times), sum / all));
      }
    }
    return new Summary(
        timed.size(),
        medianMillis(totals),
        all == 0 ? 0 : timed.size() * NANOS_A_SECOND / all,
        Collections.unmodifiableMap(stages));
  }

  private static double medianMillis(long[] nanos) {
    if (nanos.length == 0) {
      return 0;
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    return median / NANOS_A_MILLI;
  }
}
