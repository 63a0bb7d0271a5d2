package dev.icrstreams.client.redrive;

import dev.icrstreams.field.ErrorCode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each error code's letters have been redriven. Every code has a consumer group of its own
 * ({@code APPLICATION-redrive-CODE}), so that a run for one code does not pass over the letters of
 * another. The groups have offsets and never a member. For one thread.
 */
public final class RedriveProgress {
  private final Map<ErrorCode, Map<TopicPartition, Long>> next = new EnumMap<>(ErrorCode.class);
  private final Map<ErrorCode, ConsumerGroupMetadata> groups = new EnumMap<>(ErrorCode.class);
  private final Set<ErrorCode> known = EnumSet.noneOf(ErrorCode.class);

  private RedriveProgress() {}

  /**
   * What the brokers know; waits for the end of transactions that are about to change it.
   *
   * @param consumers a new {@code read_committed} consumer of a group
   */
  public static RedriveProgress read(
      Function<String, Consumer<?, ?>> consumers,
      String prefix,
      Set<ErrorCode> codes,
      List<TopicPartition> all) {
    RedriveProgress progress = new RedriveProgress();
    for (ErrorCode code : codes) {
      try (Consumer<?, ?> group = consumers.apply(prefix + "-" + code.name())) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        group
            .committed(Set.copyOf(all))
            .forEach(
                (partition, offset) -> {
                  if (offset != null) {
                    progress.known.add(code);
                    offsets.put(partition, offset.offset());
                  }
                });
        all.forEach(partition -> offsets.putIfAbsent(partition, 0L));
        progress.next.put(code, offsets);
        progress.groups.put(code, group.groupMetadata());
      }
    }
    return progress;
  }

  /** The first offset at which any code has letters left. */
  public long first(TopicPartition partition) {
    return next.values().stream().mapToLong(offsets -> offsets.get(partition)).min().orElse(0L);
  }

  /** Whether a letter with this code has not been dealt with yet. */
  public boolean isNew(ErrorCode code, TopicPartition partition, long offset) {
    return next.containsKey(code) && offset >= next.get(code).get(partition);
  }

  /** Whether the brokers know of any progress with this code; they forget that of idle groups. */
  public boolean isKnown(ErrorCode code) {
    return known.contains(code);
  }

  /** Everything before this offset is dealt with, for all codes of this run. */
  public void passed(TopicPartition partition, long offset) {
    next.values().forEach(offsets -> offsets.merge(partition, offset, Math::max));
  }

  /** Makes the progress part of the producer's transaction. */
  public void send(Producer<?, ?> producer) {
    next.forEach(
        (code, offsets) -> {
          Map<TopicPartition, OffsetAndMetadata> commit = new HashMap<>();
          offsets.forEach(
              (partition, offset) -> commit.put(partition, new OffsetAndMetadata(offset)));
          producer.sendOffsetsToTransaction(commit, groups.get(code));
        });
  }
}
