package dev.icrstreams.wire.registry;

/**
 * The schema registry does not answer, or not as it should. Never the fault of a record: whoever
 * has one in hand must keep it. The message is one line for people.
 */
public final class RegistryException extends RuntimeException {
  /** A failure in one line. */
  public RegistryException(String message) {
    super(message);
  }

  /** A failure in one line and what is behind it. */
  public RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
