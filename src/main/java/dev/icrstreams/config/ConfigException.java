package dev.icrstreams.config;

/** A configuration that cannot be used; the message is one line for the person who wrote it. */
public final class ConfigException extends RuntimeException {
  /** A wrong configuration, in one line. */
  public ConfigException(String message) {
    super(message);
  }
}
