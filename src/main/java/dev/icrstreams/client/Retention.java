package dev.icrstreams.client;

import dev.icrstreams.config.Config;
import dev.icrstreams.config.Key;
import dev.icrstreams.config.Keys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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

  /**
   * Those of these settings that a topic does not keep to. Segments that are closed sooner than
   * needed do no harm, and where records stay for ever it does not matter when they are.
   *
   * @param is the topic's settings as they are, by name
   */
  static Map<String, String> missed(Config config, Key<String> topic, Function<String, String> is) {
    Map<String, String> wanted = settings(config, topic);
    Map<String, String> missed = new TreeMap<>();
    String retention = wanted.get(TopicConfig.RETENTION_MS_CONFIG);
    if (retention != null && !retention.equals(is.apply(TopicConfig.RETENTION_MS_CONFIG))) {
      missed.put(TopicConfig.RETENTION_MS_CONFIG, retention);
    }
    if (retention != null
        && !retention.startsWith("-")
        && Long.parseLong(is.apply(TopicConfig.SEGMENT_MS_CONFIG)) > DAY_MS) {
      missed.put(TopicConfig.SEGMENT_MS_CONFIG, wanted.get(TopicConfig.SEGMENT_MS_CONFIG));
    }
    return missed;
  }

  /** What a topic does not keep to, for people; empty if it keeps to everything. */
  static Optional<String> remark(Config config, Key<String> topic, Function<String, String> is) {
    List<String> parts = new ArrayList<>();
    missed(config, topic, is)
        .forEach(
            (name, should) ->
                parts.add(
                    name.equals(TopicConfig.RETENTION_MS_CONFIG)
                        ? "keeps records %s (retention.ms), %s says %s"
                            .formatted(words(is.apply(name)), key(topic).name(), words(should))
                        : "closes its segments after %s (segment.ms), and records go with their segment:"
                                .formatted(words(is.apply(name)))
                            + " it should be "
                            + words(should)));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the topic "
                + config.get(topic)
                + " "
                + String.join("; it ", parts)
                + ": icr topics --apply-retention changes it");
  }

  /** What gives a topic these settings. */
  static List<AlterConfigOp> changes(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .toList();
  }

  /** A setting in milliseconds in words. */
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
