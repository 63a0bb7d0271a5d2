package dev.icrstreams.config;

import java.util.List;

/** The keys of the log. Their names are public API. */
public final class LogKeys {
  /** What log lines look like. */
  public static final Key<LogFormat> FORMAT =
      new Key<>(
          "icr.log.format",
          "text",
          "text or json",
          "How lines of log, on standard error, are written: for people, or a JSON object each.",
          LogFormat::parse);

  /** What icr-streams logs. */
  public static final Key<LogLevel> LEVEL =
      new Key<>(
          "icr.log.level",
          "INFO",
          LogLevel.RANGE,
          "What icr-streams' own code logs: at INFO a line a start, a rebalance and a stop, none a"
              + " field. Commands other than 'run' log from WARN on unless this is set.",
          LogLevel::parse);

  /** What packages log. */
  public static final KeyFamily LEVELS =
      new KeyFamily(
          "icr.log.level.",
          "PACKAGE",
          "[A-Za-z0-9._$-]+",
          LogLevel.RANGE,
          "What a package or class logs, such as icr.log.level.org.apache.kafka=WARN; all others"
              + " log errors alone. A name from the environment is in lower case, with '.' for"
              + " '_'.");

  static final List<Key<?>> ALL = List.of(FORMAT, LEVEL);

  private LogKeys() {}
}
