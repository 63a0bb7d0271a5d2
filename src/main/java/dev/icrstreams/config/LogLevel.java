package dev.icrstreams.config;

/** From which level on something is logged. */
public enum LogLevel {
  /** Nothing. */
  OFF,
  /** What ends the service, or a thread of it. */
  ERROR,
  /** What somebody should look at. */
  WARN,
  /** A line a start, a rebalance and a stop; none a field. */
  INFO,
  /** A line a dead letter, without its content, and more. */
  DEBUG,
  /** Whatever libraries have to say. */
  TRACE;

  static final String RANGE = "OFF, ERROR, WARN, INFO, DEBUG or TRACE";

  /**
   * The level of that name, in upper case.
   *
   * @throws IllegalArgumentException if there is none
   */
  static LogLevel parse(String text) {
    return valueOf(text.strip());
  }
}
