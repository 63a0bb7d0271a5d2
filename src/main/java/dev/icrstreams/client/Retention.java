package dev.icrstreams.client;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Key;
import dev.icrstreams.config.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;

/** How long a topic's records should stay, in the brokers' terms. */
final class Retention {
  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  /** The key that tells it, by the key of the topic's name. */
  private static final Map<Key<String>, Key<Integer>> KEYS =
      Map.of(
          Keys.SCANNED_FIELDS, Keys.SCANNED_FIELDS_RETENTION,
          Keys.RECOGNIZED_NUMBERS, Keys.RECOGNIZED_NUMBERS_RETENTION,
          Keys.REVIEW_ITEMS, Keys.REVIEW_ITEMS_RETENTION,
          Keys.REJECTED_FIELDS, Keys.REJECTED_FIELDS_RETENTION,
          Keys.CORRECTIONS, Keys.CORRECTIONS_RETENTION);

  private Retention() {}

  /** The key that tells how long the records of this topic stay. */
  static Key<Integer> key(Key<String> topic) {
    return KEYS.get(topic);
  }

  /**
   * The topic's settings; none where the brokers decide. Brokers delete whole segments, and the one
   * that is written to only once all of it is old: so a segment is closed after a day at most.
   */
  static Map<String, String> settings(Config config, Key<String> topic) {
    int days = config.get(key(topic));
    if (days == 0) {
      return Map.of();
    }
    return Map.of(
        TopicConfig.RETENTION_MS_CONFIG,
        Long.toString(days < 0 ? -1 : days * DAY_MS),
        TopicConfig.SEGMENT_MS_CONFIG,
        Long.toString(DAY_MS));
  }

  /** What gives a topic these settings that has others. */
  static List<AlterConfigOp> changes(Config config, Key<String> topic) {
    return settings(config, topic).entrySet().stream()
        .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .toList();
  }

  /** A setting of {@code retention.ms} in words. */
  static String words(String milliseconds) {
    long ms = Long.parseLong(milliseconds);
    if (ms < 0) {
      return "for ever";
    }
    return ms % DAY_MS == 0
        ? ms / DAY_MS + " d"
        : String.format(Locale.ROOT, "%.1f h", ms / 3_600_000.0);
  }
}
