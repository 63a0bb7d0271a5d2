package dev.icrstreams.config;

import java.util.Locale;

/** What a line of log looks like. */
public enum LogFormat {
  /** For people: time, level, class, message. */
  TEXT,
  /** For programs: one JSON object a line. */
  JSON;

  static LogFormat parse(String text) {
    for (LogFormat format : values()) {
      if (format.toString().equals(text)) {
        return format;
      }
    }
    throw new IllegalArgumentException();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
